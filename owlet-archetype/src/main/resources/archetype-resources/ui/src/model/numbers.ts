import { currentLocale } from './format';

const MINUS = /[\u2212\u2013]/g;
const SPACES = /[\s\u00a0\u202f']/g;

/** What separates thousands and marks the decimals in the person's language. */
function marks(): { group: string; decimal: string } {
  const parts = new Intl.NumberFormat(currentLocale()).formatToParts(12345.6);
  const of = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return { group: of('group') || ',', decimal: of('decimal') || '.' };
}

/** Digits as they are typed here, as plain digits with a point; the text itself when it is no number. */
export function plainNumber(typed: string): string {
  const { group, decimal } = marks();
  const text = typed.trim().replace(MINUS, '-').replace(SPACES, '');
  const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`);
  const plain = grouped.test(text) ? text.replaceAll(group, '').replace(decimal, '.') : decimal === '.' ? text : text.replace(decimal, '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : typed.trim();
}

/** A plain number in the marks of the person's language, digit by digit. */
export const localNumber = (plain: string) => (/^-?\d+\.\d+$/.test(plain) ? plain.replace('.', marks().decimal) : plain);
