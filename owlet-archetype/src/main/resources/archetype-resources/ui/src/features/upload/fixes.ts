import type { Field } from '../../model/types';
import type { Groups } from './groups';
import type { Fix } from './types';

/** Corrections that the person made, cell by cell, and rows left out. They can be kept and taken up again. */
export class Fixes {
  readonly cells = new Map<string, string>();
  readonly skipped = new Set<number>();

  /** The text that a cell was corrected to. */
  of(row: number, field: string): string | undefined {
    return this.cells.size ? this.cells.get(cellKey(row, field)) : undefined;
  }

  apply(fix: Fix, rows: number[], field: Field | undefined, rawOf: (row: number) => string) {
    if (fix.kind === 'keep' || (fix.kind === 'group' && fix.how === 'skip')) {
      for (const row of rows) this.skipped.add(row);
      return;
    }
    const name = fieldOf(fix);
    for (const row of rows) {
      const text = fix.kind !== 'group' ? fix.text : fix.how === 'empty' || !field ? '' : (fix.how === 'round' ? rounded : cut)(rawOf(row), field);
      this.cells.set(cellKey(row, name), text);
    }
  }

  toJSON(): KeptFixes { return { cells: [...this.cells], skipped: [...this.skipped] }; }

  static from(kept?: KeptFixes): Fixes {
    const fixes = new Fixes();
    for (const [key, text] of kept?.cells ?? []) fixes.cells.set(key, text);
    for (const row of kept?.skipped ?? []) fixes.skipped.add(row);
    return fixes;
  }
}

export interface KeptFixes { cells: [string, string][]; skipped: number[] }

const cellKey = (row: number, field: string) => `${row}\n${field}`;

export const fieldOf = (fix: Exclude<Fix, { kind: 'keep' }>) => ('key' in fix ? fix.key.split('\n')[0]! : fix.field);

/** The rows that a correction is about. */
export function touchedBy(fix: Fix, groups: Groups, count: number): number[] {
  if (fix.kind === 'cell') return [fix.row];
  if (fix.kind === 'text') return groups.rowsWith(fix.key, fix.raw);
  if (fix.kind !== 'keep') return groups.rowsOf(fix.key);
  const kept = new Set(fix.rows);
  return Array.from({ length: count }, (_, i) => i).filter((i) => !kept.has(i));
}

/** Half up, digit by digit: no double in between. */
export function rounded(raw: string, field: Field): string {
  const m = /^\s*([-+]?)(\d+)[.,](\d+)\s*$/.exec(raw);
  const scale = field.scale ?? 0;
  if (!m || m[3]!.length <= scale) return raw;
  const digits = BigInt(m[2]! + m[3]!.slice(0, scale)) + (m[3]![scale]! >= '5' ? 1n : 0n);
  const text = digits.toString().padStart(scale + 1, '0');
  return `${m[1] === '-' ? '-' : ''}${scale ? `${text.slice(0, -scale)}.${text.slice(-scale)}` : text}`;
}

const cut = (raw: string, field: Field) => [...raw.trim()].slice(0, field.maxLength ?? raw.length).join('');
