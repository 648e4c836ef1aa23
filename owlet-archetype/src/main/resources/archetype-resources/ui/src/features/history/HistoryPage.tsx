import { useLocation, useSearch } from 'wouter';
import { pathOf } from '../../app/routes';
import { useMay } from '../../auth/access';
import { t } from '../../i18n/text';
import type { Concept } from '../../model/types';
import { Segments } from '../../ui/Segments';
import { ConceptHeader } from '../records/ConceptHeader';
import { CommitList } from './CommitList';
import { UploadList } from './UploadList';
import css from './HistoryPage.module.css';

type Part = 'changes' | 'uploads';

/** What happened to a table: every change, and, for those who may hand files in, what became of each. */
export default function HistoryPage({ concept }: { concept: Concept }) {
  const hasUploads = useMay()(concept, 'create') && !!concept.operations.import;
  const [, navigate] = useLocation();
  const part: Part = hasUploads && new URLSearchParams(useSearch()).has('uploads') ? 'uploads' : 'changes';
  const show = (wanted: Part) => navigate(`${pathOf(concept, 'history')}${wanted === 'uploads' ? '?uploads' : ''}`, { replace: true });
  return (
    <div className={css.page}>
      <ConceptHeader concept={concept} />
      <div className={css.bar}>
        <p className={css.lead}>{part === 'changes' ? t.history.lead : t.history.uploadsLead}</p>
        {hasUploads && <Segments<Part> label={t.history.title} value={part} onChange={show} options={[{ value: 'changes', label: t.history.changes }, { value: 'uploads', label: t.history.uploads }]} />}
      </div>
      {part === 'changes' ? <CommitList concept={concept} /> : <UploadList concept={concept} />}
    </div>
  );
}
