/** How alike two headings or values are. */
const bare = (s: string) => s.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
export const fold = (s: string) => bare(s).replace(/[^\p{L}\p{N}]/gu, '');

const FILLERS = new Set(['per', 'of', 'the', 'in', 'on', 'at', 'name', 'id']);
const words = (s: string) => bare(s.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).replace(/[^\p{L}\p{N} ]/gu, ' ').split(/\s+/).filter((w) => w && !FILLERS.has(w));

/** 1 for the same name; else the share of words that occur in both, where “harvest” also finds “harvested”. */
export function similar(a: string, b: string): number {
  const [x, y] = [fold(a), fold(b)];
  if (!x || !y) return 0;
  if (x === y) return 1;
  if (near(x, y)) return 0.85;
  const [v, w] = [words(a), words(b)];
  if (!v.length || !w.length) return 0;
  const hits = v.filter((one) => w.some((other) => other === one || near(other, one) || (Math.min(other.length, one.length) >= 4 && (other.startsWith(one) || one.startsWith(other))))).length;
  return (hits / Math.max(v.length, w.length)) * 0.88;
}

export function near(a: string, b: string): boolean {
  const short = Math.min(a.length, b.length);
  if (Math.abs(a.length - b.length) > 2 || short < 4) return false;
  return distance(a, b) <= (short > 6 ? 2 : 1);
}

/** Levenshtein's distance. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}

const COMPARED = 2000;

/** The choice somebody probably meant, if one is close enough. */
export function closest<C extends { value: string; label: string }>(raw: string, choices: C[]): C | undefined {
  const a = raw.trim().toLowerCase();
  if (!a) return undefined;
  let best: C | undefined, score = Infinity;
  for (const c of choices.slice(0, COMPARED)) {
    const b = c.label.toLowerCase();
    const d = b.startsWith(a) || a.startsWith(b) ? 0.5 : (distance(a, b) / Math.max(a.length, b.length)) * 4;
    if (d < score) { score = d; best = c; }
  }
  return score <= 1.8 ? best : undefined;
}
