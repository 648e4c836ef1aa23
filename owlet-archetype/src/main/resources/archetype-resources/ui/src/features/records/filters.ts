import { t } from '../../i18n/text';
import { isNumeric } from '../../model/concept';
import { formatValue } from '../../model/format';
import type { Concept, Field } from '../../model/types';
import type { Condition } from './tableState';

/** What can be filtered on: fields and, of shapes, their parts. */
export function filterable(concept: Concept): Field[] {
  return concept.fields.flatMap((f) => (f.type === 'shape' ? (f.fields ?? []).map((part) => ({ ...part, name: `${f.name}.${part.name}`, label: `${f.label} · ${part.label}`, required: f.required && part.required })) : [f]))
    .filter((f) => !['json', 'file', 'shape'].includes(f.type) && !['shape', 'json', 'file'].includes(f.items?.type ?? ''));
}

/** The choices of a field that has few. */
export function choicesOf(field: Field): { value: string; label: string }[] | undefined {
  if (field.type === 'boolean') return [{ value: 'true', label: t.common.yes }, { value: 'false', label: t.common.no }];
  if (field.type === 'enum') return field.values;
  return field.items?.type === 'enum' ? field.items.values : undefined;
}

const RANGED = new Set(['date', 'time', 'timestamp']);
export const isRanged = (field: Field) => isNumeric(field) || RANGED.has(field.type);

/** The conditions on one field, in words. */
export function inWords(field: Field, conditions: Condition[], titles: Record<string, string> = {}): string {
  const shown = (v: string) => titles[v] ?? choicesOf(field)?.find((c) => c.value === v)?.label ?? (isRanged(field) ? formatValue(field.type === 'timestamp' && v.length === 'yyyy-mm-dd'.length ? { type: 'date' } : field, v) : v);
  return conditions.map(({ op, values }) => {
    const list = values.map(shown).join(` ${t.records.or} `);
    if (op === 'null') return values[0] === 'false' ? t.records.filled : t.records.absent;
    if (op === 'gte') return t.records.since(list);
    if (op === 'lte') return t.records.until(list);
    if (op === 'contains') return t.records.containing(list);
    if (op === 'ne') return t.records.not(list);
    return op === 'eq' || op === 'in' ? t.records.equal(list) : `${op} ${list}`;
  }).join(', ');
}
