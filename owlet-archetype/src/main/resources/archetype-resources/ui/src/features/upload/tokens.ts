import { Literal } from './written';

/**
 * Delimited text in the manner of RFC 4180 by the rules of the server's reader, so that a file means the same here and there: quotes
 * within quotes are doubled, text after a closing quote belongs to its cell, empty lines are passed over; an escape character lets what
 * follows be itself, but for \n, \r and \t after a backslash, and \N, which stays.
 */
export interface Grammar { delimiter: string; escape?: string; /** Whether a text in quotes says something else than the same without. */ telling?: (text: string) => boolean }

export interface Tokens { rows: (string | Literal)[][]; /** The first record has no cell without quotes. */ allQuoted: boolean; /** The record, from 0, in which a quote is not closed: the last. */ open?: number }

const QUOTE = 0x22, LF = 0x0a, CR = 0x0d, NONE = -1;
const CONTROL: Record<string, string> = { n: '\n', r: '\r', t: '\t', N: '\\N' };

export function tokens(text: string, { delimiter, escape, telling = () => false }: Grammar): Tokens {
  const mark = delimiter.charCodeAt(0), slash = escape ? escape.charCodeAt(0) : NONE, end = text.length;
  const out: Tokens = { rows: [], allQuoted: true };
  let at = 0, open = false;
  const ends = (c: number) => c === mark || c === LF || c === CR;

  /** The rest of a cell that cannot be taken as it lies; `begun` is what comes before. */
  const gather = (begun: string, quoted: boolean): string => {
    let cell = begun, from = at;
    open = quoted;
    const take = (more: string) => { cell += text.slice(from, at) + more; };
    while (at < end) {
      const c = text.charCodeAt(at);
      if (c === slash) {
        const next = text[at + 1] ?? escape!;
        take(escape === '\\' ? CONTROL[next] ?? next : next);
        from = at = Math.min(at + 2, end);
      } else if (open && c === QUOTE) {
        const doubled = text.charCodeAt(at + 1) === QUOTE;
        take(doubled ? '"' : '');
        from = at += doubled ? 2 : 1;
        open = doubled;
      } else if (!open && ends(c)) break;
      else { if (!open && quoted && c === QUOTE) open = true; at++; }
    }
    take('');
    return cell;
  };
  const cell = (quoted: boolean): string => {
    const from = quoted ? ++at : at;
    while (at < end) {
      const c = text.charCodeAt(at);
      if (c === slash || (quoted ? c === QUOTE : ends(c))) break;
      at++;
    }
    const plain = text.slice(from, at);
    if (!quoted) return text.charCodeAt(at) === slash ? gather(plain, false) : plain;
    if (text.charCodeAt(at) !== QUOTE || !(at + 1 === end || ends(text.charCodeAt(at + 1)))) return gather(plain, true);
    at++;
    return plain;
  };

  while (at < end) {
    const c = text.charCodeAt(at);
    if (c === LF || c === CR) { at++; continue; }
    const row: (string | Literal)[] = [];
    for (let more = true; more;) {
      const quoted = text.charCodeAt(at) === QUOTE;
      const value = cell(quoted);
      row.push(quoted && telling(value) ? new Literal(value) : value);
      if (!quoted && !out.rows.length) out.allQuoted = false;
      more = at < end && text.charCodeAt(at) === mark;
      at++;
    }
    if (open) out.open = out.rows.length;
    out.rows.push(row);
  }
  return out;
}
