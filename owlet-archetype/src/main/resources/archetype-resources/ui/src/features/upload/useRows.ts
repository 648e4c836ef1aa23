import { useEffect, useRef, useState } from 'react';
import type { GridRow, View } from './types';
import type { Upload } from './useUpload';

const BLOCK = 64;

/** The rows in sight, fetched from the worker block by block; what was seen is kept until a correction changes it. */
export function useRows(up: Upload, view: View, first: number, last: number): { count: number; at: (i: number) => GridRow | undefined } {
  const revision = up.review!.revision;
  const key = `${view} ${revision}`;
  const blocks = useRef({ key: '', rows: new Map<number, GridRow[]>(), asked: new Set<number>() });
  const [, draw] = useState(0);
  const engine = up.engine();
  if (blocks.current.key !== key) {
    // What was there stays in sight until the new rows are here, so that nothing flashes.
    blocks.current = { key, rows: blocks.current.key.startsWith(`${view} `) ? blocks.current.rows : new Map(), asked: new Set() };
  }
  const from = Math.floor(first / BLOCK), to = Math.floor(Math.max(first, last - 1) / BLOCK);
  useEffect(() => {
    const now = blocks.current;
    for (let b = from; b <= to; b++) {
      if (now.asked.has(b)) continue;
      now.asked.add(b);
      void engine.run('page', view, b * BLOCK, (b + 1) * BLOCK).then(({ rows }) => {
        if (blocks.current.key !== key) return;
        blocks.current.rows.set(b, rows);
        draw((n) => n + 1);
      });
    }
  }, [engine, key, view, from, to]);
  const { bad, rows, skipped } = up.review!;
  return { count: view === 'bad' ? bad : rows - skipped, at: (i) => blocks.current.rows.get(Math.floor(i / BLOCK))?.[i % BLOCK] };
}
