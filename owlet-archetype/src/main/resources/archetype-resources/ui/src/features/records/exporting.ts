import { useState } from 'react';
import { ApiError, send } from '../../api/client';
import { useModel } from '../../config/context';
import { t } from '../../i18n/text';
import type { Concept } from '../../model/types';
import { toast } from '../../ui/toast';
import { narrowing, type TableState } from './tableState';

const RELEASED = 10_000;

/** Fetches the API's export of the rows that match, and hands it over as a file. What it exports, import takes back. */
export function useExport(concept: Concept, state: TableState) {
  const { api } = useModel();
  const [busy, setBusy] = useState(false);
  const run = async (format: string) => {
    setBusy(true);
    try {
      const query = narrowing(state);
      query.set('format', format);
      const answer = await send('GET', `${api.basePath}/${concept.path}/export?${query}`);
      if (!answer.ok) throw new ApiError(answer.status, ((await answer.json().catch(() => ({}))) as { detail?: string }).detail ?? t.common.answered(answer.status));
      const name = /filename="?([^";]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? `${concept.path.replaceAll('/', '-')}.${format}`;
      hand(name, await answer.blob());
    } catch (e) {
      toast('bad', e instanceof Error ? e.message : String(e));
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}

function hand(name: string, file: Blob) {
  const url = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), RELEASED);
}
