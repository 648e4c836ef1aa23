import { request, type FieldProblem } from '../../api/client';

/** A file that goes to storage as it is and is read there: see the API's upload routes. */
export interface Target { url: string; method: string; headers: Record<string, string> }
export interface Part extends Target { number: number; from: number; size: number }
export interface Ticket extends Partial<Target> { id: string; parts?: Part[]; complete?: string }

export interface Rejected { row: number; line?: number; cells?: Record<string, string> | string[]; errors: FieldProblem[] }

export interface UploadState {
  id: string; filename: string; mode: string; status: 'waiting' | 'running' | 'done' | 'failed'; size: number;
  rows?: number; accepted?: number; created?: number; updated?: number; rejected?: number; rejects?: string; version?: number;
  mapped?: Record<string, string>; unmapped?: string[]; assumed?: string[]; errors?: Rejected[]; message?: string; undone?: boolean; parts?: Part[];
}

export const begin = async (base: string, file: File, mode: string): Promise<Ticket> =>
  (await request<Ticket>('POST', `${base}/uploads`, { body: { filename: file.name, size: file.size, contentType: file.type || 'application/octet-stream', mode } })).data;

export const look = async (base: string, id: string) => (await request<UploadState>('GET', `${base}/uploads/${id}`)).data;
export const recent = async (base: string) => (await request<{ items: UploadState[] } | UploadState[]>('GET', `${base}/uploads`)).data;
export const undo = (base: string, id: string) => request<unknown>('DELETE', `${base}/uploads/${id}`);

const TRIES = 4;
const PAUSE = 800;

/** Puts the bytes where the ticket says. Parts that are there already are not sent again. */
export async function deliver(ticket: Ticket, file: File, signal: AbortSignal, progress: (share: number) => void): Promise<void> {
  if (!ticket.parts) {
    if (ticket.url) await put({ url: ticket.url, method: ticket.method ?? 'PUT', headers: ticket.headers ?? {} }, file, signal, (sent) => progress(sent / file.size));
    return;
  }
  const open = ticket.parts;
  let done = file.size - open.reduce((n, p) => n + p.size, 0);
  const tags: { number: number; etag: string }[] = [];
  for (const part of open) {
    const etag = await put(part, file.slice(part.from, part.from + part.size), signal, (sent) => progress((done + sent) / file.size));
    done += part.size;
    tags.push({ number: part.number, etag });
  }
  if (ticket.complete) await request('POST', ticket.complete, { body: { parts: tags } });
}

/** XMLHttpRequest, because fetch does not tell how much was sent. */
async function put(target: Target, body: Blob, signal: AbortSignal, progress: (sent: number) => void): Promise<string> {
  for (let tried = 1; ; tried++) {
    const answer = await once(target, body, signal, progress);
    // 412: it is there already, from a request whose answer was lost.
    if (answer.status < 300 || answer.status === 412) return answer.etag;
    if (signal.aborted) throw new DOMException('stopped', 'AbortError');
    if (tried >= TRIES || (answer.status >= 400 && answer.status < 500 && answer.status !== 429)) throw new Error(answer.text || `${answer.status}`);
    await new Promise((go) => setTimeout(go, PAUSE * 2 ** tried));
  }
}

function once(target: Target, body: Blob, signal: AbortSignal, progress: (sent: number) => void): Promise<{ status: number; etag: string; text: string }> {
  return new Promise((done) => {
    const x = new XMLHttpRequest();
    x.open(target.method, target.url);
    for (const [name, value] of Object.entries(target.headers)) if (!/^(content-length|host)$/i.test(name)) x.setRequestHeader(name, value);
    x.upload.onprogress = (e) => progress(e.loaded);
    x.onloadend = () => done({ status: x.status || 599, etag: x.getResponseHeader('etag') ?? '', text: x.status ? x.responseText.slice(0, 300) : '' });
    signal.addEventListener('abort', () => x.abort(), { once: true });
    x.send(body);
  });
}

/** Beyond this, looking at a file here first is no pleasure on a small laptop. */
const COMFORTABLE = 16 * 1024 * 1024;
const BINARY: Record<string, string> = { PAR1: 'parquet', '\u001f\u008b': 'gzip' };

/** Files that the server reads, because they are large or of a kind that browsers do not read. */
export async function isLarge(file: File): Promise<boolean> {
  return file.size > COMFORTABLE || (await isBinary(file));
}

export async function isBinary(file: File): Promise<boolean> {
  const start = String.fromCharCode(...new Uint8Array(await file.slice(0, 4).arrayBuffer()));
  return Object.keys(BINARY).some((mark) => start.startsWith(mark)) || /\.(zip|gz|parquet)$/i.test(file.name);
}
