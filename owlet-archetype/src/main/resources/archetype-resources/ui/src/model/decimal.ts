/** Decimals as text, exactly: no value ever passes through a double. */
interface Parts { negative: boolean; whole: string; fraction: string }

const PLAIN = /^-?\d+(\.\d+)?$/;
export const isPlainDecimal = (v: string) => PLAIN.test(v);

function parts(v: string): Parts {
  const [whole = '', fraction = ''] = v.replace(/^-/, '').split('.');
  const p = { whole: whole.replace(/^0+(?=\d)/, ''), fraction: fraction.replace(/0+$/, '') };
  return { ...p, negative: v.startsWith('-') && (p.whole !== '0' || p.fraction !== '') };
}

const magnitude = (a: Parts, b: Parts): number =>
  a.whole.length - b.whole.length || compareText(a.whole, b.whole) || compareText(a.fraction, b.fraction);
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Below zero, zero or above it, as a is below, equal to or above b. Both are plain decimals. */
export function compareDecimal(a: string, b: string): number {
  const x = parts(a), y = parts(b);
  if (x.negative !== y.negative) return x.negative ? -1 : 1;
  return x.negative ? magnitude(y, x) : magnitude(x, y);
}

/** What keeps a value from decimal(precision, scale), if anything. */
export function fitsDecimal(v: string, precision: number, scale: number): 'scale' | 'precision' | null {
  const { whole, fraction } = parts(v);
  if (fraction.length > scale) return 'scale';
  return (whole === '0' ? 0 : whole.length) > precision - scale ? 'precision' : null;
}
