import type { ReactNode } from 'react';
import { useLeaving } from '../app/useLeaving';
import { Button } from './Button';
import { Dialog } from './Dialog';

interface Props { dirty: boolean; title: string; leave: string; stay: string; children: ReactNode }

/** Asks before a page is left on which something would be lost. */
export function LeaveGuard({ dirty, title, leave, stay, children }: Props) {
  const leaving = useLeaving(dirty);
  return leaving.asked && (
    <Dialog title={title} close={leaving.stay} actions={<>
      <Button onClick={leaving.leave}>{leave}</Button>
      <Button look="primary" autoFocus onClick={leaving.stay}>{stay}</Button>
    </>}>
      <p>{children}</p>
    </Dialog>
  );
}
