import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { arrived, look, recent, withdraw, type UploadState } from '../../api/uploads';
import { useSession } from '../../auth/session';
import { useModel } from '../../config/context';
import { t } from '../../i18n/text';
import { formatCount } from '../../model/format';
import type { Concept } from '../../model/types';
import { Button } from '../../ui/Button';
import { toast } from '../../ui/toast';
import { FileButton, Left } from './Left';
import { lockOf, unlike } from './marks';
import { megabytes } from './size';
import type { Upload } from './useUpload';

const LOOKED_AT = 20, POLL = 3000;

interface Open extends UploadState { here: boolean }

/** Uploads of this person that wait for the rest of their file, or are being read: the page was closed, or the line was cut. */
export function UnfinishedUploads({ concept, up }: { concept: Concept; up: Upload }) {
  const base = `${useModel().api.basePath}/${concept.path}`;
  const me = useSession()?.username;
  const open = useQuery({
    queryKey: [concept.name, 'uploads', 'open'],
    queryFn: async ({ signal }): Promise<Open[]> => {
      const mine = (await recent(base, LOOKED_AT, signal)).filter((u) => u.who === me && (u.status === 'waiting' || u.status === 'running'));
      const held = new Set((await navigator.locks.query()).held?.map((lock) => lock.name));
      return Promise.all(mine.map(async (u) => ({ ...(u.status === 'waiting' ? await look(base, u.id, signal) : u), here: held.has(lockOf(u.id)) })));
    },
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.length ? POLL : false),
  });
  const cancel = async (u: UploadState) => {
    try { await withdraw(base, u.id); } catch (e) { toast('bad', e instanceof Error ? e.message : String(e)); }
    void open.refetch();
  };
  return <>{open.data?.map((u) => <One key={u.id} upload={u} up={up} cancel={() => cancel(u)} />)}</>;
}

function One({ upload, up, cancel }: { upload: Open; up: Upload; cancel: () => Promise<void> }) {
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const there = arrived(upload);
  const waits = upload.status === 'waiting' && there < upload.size;
  const take = (file: File) => {
    const why = unlike(upload, file);
    if (why) setWrong(t.import.otherFile[why](upload.filename, megabytes(upload.size)));
    else up.takeUp(upload, file);
  };
  const text = upload.here ? t.import.otherTab : upload.status === 'running' ? t.import.running(formatCount(upload.rows ?? 0)) : !waits ? t.import.waiting : t.import.partThere(megabytes(there), megabytes(upload.size));
  return (
    <Left title={t.import.resumeTitle(upload.filename)} text={text} wrong={wrong}>
      {!upload.here && (waits
        ? <FileButton label={t.import.chooseSame} take={take} />
        : <Button small look="primary" onClick={() => up.takeUp(upload, null)}>{t.import.follow}</Button>)}
      <Button small look="quiet" busy={busy} onClick={() => { setBusy(true); void cancel().finally(() => setBusy(false)); }}>{t.import.cancel}</Button>
    </Left>
  );
}
