import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { request } from '../../api/client';
import { useModel } from '../../config/context';
import { t } from '../../i18n/text';
import { PageHeader } from '../../ui/PageHeader';
import { Bone, ErrorState } from '../../ui/states';
import { operations, type OpenApi } from './openapi';
import { OperationList } from './OperationList';
import { OperationView } from './OperationView';
import { TokenCard } from './TokenCard';
import css from './PortalPage.module.css';

/** The API for those who write programs: what there is, how it is called, and a try of it. */
export default function PortalPage() {
  const { api, app } = useModel();
  const spec = useQuery({ queryKey: ['openapi'], queryFn: async ({ signal }) => (await request<OpenApi>('GET', api.openapi, { signal })).data, staleTime: Infinity });
  const [params, setParams] = useSearchParams();
  const ops = useMemo(() => (spec.data ? operations(spec.data) : []), [spec.data]);
  const current = ops.find((o) => o.id === params.get('op')) ?? ops.find((o) => o.group) ?? ops[0];
  if (spec.isError) return <ErrorState error={spec.error} retry={() => void spec.refetch()} />;
  return (
    <div className={css.page}>
      <PageHeader title={t.portal.title} description={`${t.portal.lead} ${t.portal.version(app.version)}.`} />
      <TokenCard />
      {!spec.data || !current ? <Bone height={420} /> : (
        <div className={css.columns}>
          <OperationList api={spec.data} ops={ops} current={current} choose={(o) => setParams({ op: o.id })} />
          <OperationView key={current.id} api={spec.data} op={current} />
        </div>
      )}
      <p className={css.licences}><a href="/licenses.txt" target="_blank" rel="noreferrer">{t.portal.licences}</a></p>
    </div>
  );
}
