import { LogOut, UserRoundX } from 'lucide-react';
import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/states';
import { signOut, useSession } from './session';

export function NoGroupPage() {
  const session = useSession();
  return (
    <main>
      <EmptyState main icon={<UserRoundX size={22} />} title={t.auth.noGroup} actions={<Button icon={<LogOut size={15} />} onClick={signOut}>{t.auth.signOut}</Button>}>
        {t.auth.noGroupText(session?.email ?? session?.name ?? '')}
      </EmptyState>
    </main>
  );
}
