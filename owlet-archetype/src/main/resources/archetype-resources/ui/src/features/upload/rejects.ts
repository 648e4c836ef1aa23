import type { Concept } from '../../model/types';
import { download, toCsv } from '../../ui/csv';
import { leaves } from './leaves';
import { said } from './said';
import type { Upload } from './useUpload';

const ADDED = ['_row', '_error'];

/** The rows as they came, with their place and the reasons: mended, the file can be imported again. */
export function useRejects(concept: Concept, up: Upload): () => Promise<void> {
  return async () => {
    const { headers, rows } = await up.engine().run('rejects');
    const named = new Map(leaves(concept).map((l) => [l.name, l]));
    const fields = new Map(up.mapping.map((m) => [m.column, m.field]));
    // Of rows that come back again the old reasons do not stay.
    const own = headers.map((_, i) => i).filter((i) => !ADDED.includes(headers[i]!));
    const lines = rows.map(({ row, cells, why }) => [...own.map((i) => cells[i]!), String(row + 1), why.map((p) => `${named.get(p.field)?.label ?? p.field}: ${said(p, named.get(p.field))}`).join('; ')]);
    download(`${concept.path.replaceAll('/', '-')}-not-saved.csv`, toCsv([[...own.map((i) => headers[i] || (fields.get(i) ?? '')), ...ADDED], ...lines], concept.upload));
  };
}
