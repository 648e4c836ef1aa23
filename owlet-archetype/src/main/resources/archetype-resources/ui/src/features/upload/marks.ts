import type { UploadState } from '../../api/uploads';

/** When the file of an upload was last changed, so that another of the same name and size is not taken for it. */
const place = 'owlet.uploads';
const MOST = 50;

function marks(): [string, number][] {
  try { return JSON.parse(localStorage.getItem(place) ?? '[]') as [string, number][]; } catch { return []; }
}

export function mark(id: string, file: File) {
  try { localStorage.setItem(place, JSON.stringify([...marks().slice(1 - MOST), [id, file.lastModified]])); } catch { /* storage is off */ }
}

/** Whether a file may be the one that an upload waits for; what it is not by, where it is not. */
export function unlike(upload: UploadState, file: File): 'name' | 'size' | 'changed' | null {
  if (file.name !== upload.filename) return 'name';
  if (file.size !== upload.size) return 'size';
  const when = marks().find(([id]) => id === upload.id)?.[1];
  return when === undefined || when === file.lastModified ? null : 'changed';
}

/** Held by the tab that sends an upload: another one would send the same bytes again. */
export const lockOf = (id: string) => `owlet.upload.${id}`;
