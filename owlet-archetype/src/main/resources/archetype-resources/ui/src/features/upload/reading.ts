import type { Concept, FieldType } from '../../model/types';
import { NUMBERS } from './cells';
import { compile } from './dates';
import type { Leaf } from './leaves';
import type { Reading, Sheet } from './types';

const SEEN = 2000;
const TIMES = new Set<FieldType>(['date', 'time', 'timestamp']);
/** What the model calls a type, where model.json has another name for it. */
const CALLED: Partial<Record<FieldType, string>> = { integer: 'int' };

/** 12,50 or 12.50? 03/04 in April or in March? The model says, or the column as a whole usually tells. */
export function readingOf(concept: Concept, leaf: Leaf, sheet: Sheet, column: number): Reading {
  const { type } = leaf.field;
  if (!NUMBERS.has(type) && !TIMES.has(type)) return {};
  const formats = concept.upload?.formats ?? {};
  const told = formats[leaf.name] ?? formats[CALLED[type] ?? type] ?? (type === 'double' ? formats.decimal : undefined);
  if (NUMBERS.has(type)) {
    if (told) return { decimalComma: told === ',' };
    return commas(texts(sheet, column)) ? { decimalComma: true } : {};
  }
  const seen = texts(sheet, column);
  if (told && (!seen.length || seen.some((s) => compile(told).regex.test(s)))) return { pattern: told };
  if (type === 'time') return {};
  const parts = seen.map((s) => /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(s)).filter((m) => m !== null);
  if (!parts.length) return {};
  const dayFirst = parts.some((m) => Number(m[1]) > 12) || !parts.some((m) => Number(m[2]) > 12);
  return { order: dayFirst ? 'dmy' : 'mdy' };
}

const texts = (sheet: Sheet, column: number) => sheet.rows.slice(0, SEEN).map((r) => String(r[column] ?? '').trim()).filter(Boolean);

function commas(seen: string[]): boolean {
  const comma = seen.filter((s) => /,\d{1,2}(\D|$)/.test(s) || /\.\d{3},/.test(s)).length;
  const point = seen.filter((s) => /\.\d{1,2}(\D|$)/.test(s)).length;
  return comma > point;
}
