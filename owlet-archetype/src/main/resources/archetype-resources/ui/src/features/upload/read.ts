import type { Concept } from '../../model/types';
import { decode } from './decode';
import { objects, parseJson, parseLines } from './objects';
import { tokens } from './tokens';
import type { Choices, Note, Sheet } from './types';
import { Literal, ofExcel, strip, tokensOf } from './written';

/** A file that cannot be read, with a reason that the texts have words for. */
export class ReadError extends Error {
  constructor(readonly code: 'oldExcel' | 'quote' | 'json' | 'jsonList' | 'jsonLine' | 'empty' | 'excel' | 'parquet', readonly detail = '') { super(code); }
}

/** Reads one dropped file. Runs in the worker; kept apart from it so that it can be tested. */
export async function read(file: File, concept: Concept, choices: Choices = {}): Promise<Sheet> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  if (magic === 'PK\u0003\u0004') return excel(file, concept, choices);
  if (magic === '\u00d0\u00cf\u0011\u00e0') throw new ReadError('oldExcel');
  if (magic === 'PAR1') throw new ReadError('parquet');
  const found = decode(bytes, choices.encoding, concept.upload?.encoding);
  const notes: Note[] = found.assumed ? [{ code: 'encoding', detail: found.encoding }] : [];
  const extension = file.name.split('.').pop()?.toLowerCase() ?? '';
  const start = found.text.trimStart()[0];
  if (extension === 'ndjson' || extension === 'jsonl') return finish(objects('NDJSON', parseLines(found.text), concept, notes), found.encoding);
  if (extension === 'json' || start === '[') return finish(objects('JSON', parseJson(found.text), concept, notes), found.encoding);
  if (start === '{') return finish(objects('NDJSON', parseLines(found.text), concept, notes), found.encoding);
  return finish(csv(found.text, concept, choices, notes), found.encoding);
}

function csv(text: string, concept: Concept, choices: Choices, notes: Note[]): Sheet {
  const { delimiter: told, escape } = concept.upload ?? {};
  const first = /^sep=([^"])(?:\r\n|\n|\r)/i.exec(text);
  const body = first ? text.slice(first[0].length) : text;
  const delimiter = choices.delimiter ?? told ?? first?.[1] ?? delimiterOf(body);
  const missing = tokensOf(concept.upload);
  const found = tokens(body, { delimiter, escape, telling: (cell) => { const bare = strip(cell); return !bare || missing.has(bare); } });
  if (found.open !== undefined) throw new ReadError('quote', String(found.open + 1));
  if (!choices.delimiter && !told && delimiter !== ',') notes.push({ code: 'delimiter', detail: delimiter });
  const rows = found.rows.filter((row) => row.some((cell) => typeof cell !== 'string' || strip(cell)));
  const sheet = split(rows, concept, choices, notes);
  // Who quotes every heading quotes for no reason.
  if (sheet.headed && found.allQuoted) sheet.rows = sheet.rows.map((row) => row.map((cell) => (cell instanceof Literal ? cell.text : cell)));
  return { kind: 'CSV', headers: sheet.headers, rows: sheet.rows, notes, sheets: [], delimiter };
}

/** Decimal commas and lists in the rows mislead; the heading is the safer witness. */
function delimiterOf(text: string): string {
  const heading = text.slice(0, 20_000).split(/\r\n|\n|\r/, 1)[0]!.replace(/"[^"]*"/g, '');
  const found = [',', ';', '\t', '|'].map((d) => ({ d, n: heading.split(d).length - 1 })).sort((a, b) => b.n - a.n)[0]!;
  return found.n ? found.d : ',';
}

async function excel(file: File, concept: Concept, choices: Choices): Promise<Sheet> {
  const { default: readXlsxFile } = await import('read-excel-file/web-worker');
  // Numbers keep their digits, so 0.1 does not become 0.1000000000000000055.
  const book = await readXlsxFile(file, { parseNumber: ofExcel as never }).catch((e: Error) => { throw new ReadError('excel', e.message); });
  const chosen = book.find((s) => s.sheet === choices.sheet) ?? book.find((s) => s.data.length > 1) ?? book[0];
  if (!chosen) throw new ReadError('empty');
  const notes: Note[] = book.length > 1 && !choices.sheet ? [{ code: 'sheet', detail: chosen.sheet }] : [];
  const rows = (chosen.data as unknown as unknown[][]).filter((r) => r.some((v) => v !== null && v !== ''));
  const { headers, rows: below } = split(rows, concept, choices, notes);
  return finish({ kind: 'Excel', headers, rows: below, notes, sheets: book.map((s) => s.sheet), sheet: chosen.sheet });
}

/** The heading and the rows below it. Without a heading, columns come in the model's order. */
function split(data: unknown[][], concept: Concept, choices: Choices, notes: Note[]): { headed: boolean; headers: string[]; rows: unknown[][] } {
  const header = choices.header ?? ((concept.upload?.header ?? true) || handedBack(data[0]));
  if (!header) {
    notes.push({ code: 'noHeader', detail: '' });
    return { headed: false, headers: Array.from({ length: Math.max(0, ...data.slice(0, 50).map((r) => r.length)) }, () => ''), rows: data };
  }
  const [first = [], ...rest] = data;
  const headers = first.map((h) => String(h ?? ''));
  const rows = rest.filter((r) => r.length !== headers.length || r.some((v, i) => String(v ?? '') !== headers[i]));
  if (rows.length < rest.length) notes.push({ code: 'repeated', detail: String(rest.length - rows.length) });
  const ragged = rows.reduce((n, r) => n + (r.length === headers.length ? 0 : 1), 0);
  const more = rows.reduce((n, r) => Math.max(n, r.length), headers.length);
  if (ragged) notes.push({ code: 'ragged', detail: String(ragged) });
  return { headed: true, headers: [...headers, ...Array.from({ length: more - headers.length }, () => '')], rows };
}

/** Rows that were refused come back with a heading, also where files have none. */
const handedBack = (first: unknown[] = []) => { const names = first.map(String); return names.includes('_row') && names.includes('_error'); };

function finish(sheet: Sheet, encoding?: string): Sheet {
  if (!sheet.rows.length) throw new ReadError('empty');
  return { ...sheet, encoding, headers: sheet.headers.map((h) => h.trim()) };
}
