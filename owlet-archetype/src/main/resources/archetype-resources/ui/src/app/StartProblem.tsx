import { CloudOff, RotateCw } from 'lucide-react';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/states';

export function StartProblem({ error }: { error: unknown }) {
  return (
    <main role="alert">
      <EmptyState main icon={<CloudOff size={22} />} title={t.auth.startProblem} actions={<Button icon={<RotateCw size={15} />} onClick={() => location.reload()}>{t.common.again}</Button>}>
        {error instanceof Error ? error.message : String(error)}
      </EmptyState>
    </main>
  );
}
