import { t } from '../../i18n/text';
import { say } from '../../model/say';
import type { Leaf } from './leaves';
import type { Problem } from './types';

const NAMED = 6;

/** A problem in words: the language's own for some codes, else the API's. Choices are called what people see. */
export function said(p: Pick<Problem, 'code' | 'message' | 'detail'>, leaf?: Leaf): string {
  const values = p.code === 'enum' ? leaf?.field.values : undefined;
  if (values) return t.import.says.enum!(values.slice(0, NAMED).map((v) => v.label).join(', ') + (values.length > NAMED ? ' …' : ''));
  const own = t.import.says[p.code];
  if (own) return own(p.detail ?? '');
  // What the server refused keeps the code that it had there.
  const code = p.code === 'refused' ? p.detail ?? '' : p.code;
  return leaf ? say({ fields: [leaf.field] }, { pointer: `/${leaf.field.name}`, code, message: p.message }) : p.message;
}
