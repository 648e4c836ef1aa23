import { useQueryClient } from '@tanstack/react-query';
import { ApiError, request } from '../../api/client';
import { useModel } from '../../config/context';
import { keyPath, rowId } from '../../model/concept';
import type { Concept, Field, Row } from '../../model/types';
import type { Conflict } from './ConflictDialog';

const TRIES = 3;
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * Changes one field of a row, unless somebody else has changed it since it was shown: then the conflict is what comes
 * back. Changes to other fields of the row are no conflict. The API holds it all together by If-Match.
 */
export function useFieldSave(concept: Concept) {
  const { api } = useModel();
  const client = useQueryClient();
  return async (field: Field, row: Row, value: unknown): Promise<Conflict | undefined> => {
    const address = `${api.basePath}/${concept.path}/${keyPath(rowId(concept, row))}`;
    for (let tried = 1; ; tried++) {
      const now = await request<Row>('GET', address);
      if (same(now.data[field.name], value)) break;
      if (!same(now.data[field.name], row[field.name])) return { field, before: row, theirs: now.data, mine: value };
      try {
        await request<Row>('PATCH', address, { body: { [field.name]: value ?? null }, headers: now.etag ? { 'if-match': now.etag } : {} });
        break;
      } catch (e) {
        if (!(e instanceof ApiError && e.status === 412) || tried >= TRIES) throw e;
      }
    }
    await client.invalidateQueries({ queryKey: [concept.name] });
    return undefined;
  };
}
