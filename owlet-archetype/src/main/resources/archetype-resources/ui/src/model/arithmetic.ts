/** Exact numbers as the API reckons with them: digits and how many of them stand behind the point. */
export interface Decimal { digits: bigint; scale: number }

const SIGNIFICANT = 34;
export const power = (n: number) => 10n ** BigInt(n);
const size = (n: bigint) => (n < 0n ? -n : n);

/** A decimal in plain or scientific notation; null when it is none. */
export function parseDecimal(text: string): Decimal | null {
  const m = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!m || !(m[2] || m[3])) return null;
  const fraction = m[3] ?? '';
  const digits = BigInt(m[1]!.replace('+', '') + m[2]! + fraction);
  return whole({ digits, scale: fraction.length - Number(m[4] ?? 0) });
}

const whole = (a: Decimal): Decimal => (a.scale < 0 ? { digits: a.digits * power(-a.scale), scale: 0 } : a);

/** The exact value of a double: m × 2^-n is m × 5^n with n decimal places. */
export function ofDouble(value: number): Decimal {
  let places = 0;
  while (!Number.isInteger(value)) { value *= 2; places++; }
  return { digits: BigInt(value) * 5n ** BigInt(places), scale: places };
}

export function align(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.digits * power(scale - a.scale), b.digits * power(scale - b.scale), scale];
}

export function compare(a: Decimal, b: Decimal): number {
  const [x, y] = align(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** To 34 significant digits, half even (IEEE 754 decimal128). */
export function divide(a: Decimal, b: Decimal): Decimal | null {
  if (b.digits === 0n) return null;
  const more = Math.max(0, SIGNIFICANT + 1 + String(size(b.digits)).length - String(size(a.digits)).length);
  const top = a.digits * power(more);
  const exact = top % b.digits === 0n;
  // One digit beyond, which is never 0 or 5 unless that is all there is: what is rounded next sees which way it lies.
  const digits = exact ? top / b.digits * 10n : top / b.digits * 10n + (top < 0n === b.digits < 0n ? 1n : -1n);
  const scale = a.scale + more - b.scale + 1;
  return whole(round({ digits, scale }, scale - Math.max(0, String(size(digits)).length - SIGNIFICANT), true));
}

/** Half up, or half to the even digit, to at most so many places. */
export function round(a: Decimal, places: number, even = false): Decimal {
  if (a.scale <= places) return a;
  const unit = power(a.scale - places);
  const kept = a.digits / unit;
  const twice = size(a.digits % unit) * 2n;
  const up = twice > unit || (twice === unit && (!even || kept % 2n !== 0n));
  return { digits: up ? kept + (a.digits < 0n ? -1n : 1n) : kept, scale: places };
}

/** Plain digits with at least so many places. */
export function plain({ digits, scale }: Decimal, places = 0): string {
  const shown = Math.max(scale, places);
  const text = String(size(digits) * power(shown - scale)).padStart(shown + 1, '0');
  return `${digits < 0n ? '-' : ''}${text.slice(0, text.length - shown)}${shown ? `.${text.slice(text.length - shown)}` : ''}`;
}
