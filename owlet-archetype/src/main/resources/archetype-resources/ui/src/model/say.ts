import { t } from '../i18n/text';
import type { Problem } from './check';
import { formatNumber } from './format';
import type { Concept, Field } from './types';

/** What a fault says in the person's language: English is as the API has it, others follow from the code and the field. */
export function say(concept: Pick<Concept, 'fields'>, problem: Problem): string {
  const words = t.rules[problem.code];
  if (!words) return problem.message;
  return words(fieldAt(concept.fields, problem.pointer.split('/').slice(1)) ?? {}, bound, problem.message) ?? problem.message;
}

/** Sentences by code; nothing where only the API's own words will do. */
export type Words = Record<string, (field: Partial<Field>, bound: (of: unknown) => string, message: string) => string | undefined>;

const bound = (of: unknown) => (typeof of === 'number' || /^-?\d+(\.\d+)?$/.test(String(of)) ? formatNumber(of as string, 0, String(of).split('.')[1]?.length ?? 0) : String(of));

function fieldAt(fields: Field[] | undefined, [name, ...rest]: string[]): Partial<Field> | undefined {
  const field = fields?.find((f) => f.name === name);
  if (!field || !rest.length) return field;
  if (field.type !== 'list') return fieldAt(field.fields, rest);
  return rest.length > 1 ? fieldAt(field.items?.fields, rest.slice(1)) : field.items;
}
