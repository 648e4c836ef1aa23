import { ApiError } from '../../api/client';
import { complete, look, type Part, type Target, type Ticket } from '../../api/uploads';
import { t } from '../../i18n/text';
import type { Patience } from './patience';

interface Delivery { base: string; file: File; signal: AbortSignal; patience: Patience; sent: (bytes: number) => void }

/** Puts the bytes where the ticket says. Parts that are there already are not sent again; addresses that grew old are asked for anew. */
export async function deliver(ticket: Ticket, d: Delivery): Promise<void> {
  for (let open = ticket; ;) {
    try { return await pass(open, d); } catch (e) {
      if (!(e instanceof ApiError) || e.status !== 403 || d.signal.aborted) throw e;
      const fresh = await d.patience.until(() => look(d.base, ticket.id, d.signal));
      // What is refused at a fresh address, too, stays refused.
      if (fresh.status !== 'waiting' || missing(fresh) >= missing(open)) throw e;
      open = fresh;
    }
  }
}

const missing = ({ parts, url }: Ticket) => parts?.length ?? (url ? 1 : 0);

async function pass(ticket: Ticket, d: Delivery): Promise<void> {
  const { file } = d;
  if (!ticket.parts) {
    if (ticket.url) await put({ url: ticket.url, method: ticket.method!, headers: ticket.headers ?? {} }, 0, file, d);
    return;
  }
  let done = file.size - ticket.parts.reduce((n, p) => n + p.size, 0);
  const tags: { number: number; etag: string }[] = [];
  for (const part of [...ticket.parts]) {
    d.sent(done);
    const etag = await put(part, done, file.slice(part.from, part.from + part.size), d);
    if (etag) tags.push({ number: part.number, etag });
    done += part.size;
    // So that a second pass knows that this one came further.
    ticket.parts = ticket.parts.filter((p: Part) => p !== part);
  }
  d.sent(done);
  await d.patience.until(() => complete(ticket, tags, d.signal));
}

/** The entity tag of what was sent; nothing when it was there before. */
function put(target: Target, before: number, body: Blob, { signal, patience, sent }: Delivery): Promise<string> {
  return patience.until(async () => {
    const answer = await once(target, body, signal, (bytes) => sent(before + bytes));
    if (signal.aborted) throw new DOMException('stopped', 'AbortError');
    // 412: it is there already, from a request whose answer was lost.
    if (answer.status === 412) return '';
    if (answer.status >= 200 && answer.status < 300) return answer.etag;
    if (answer.status === 0) await readable(body);
    throw new ApiError(answer.status, answer.text || t.common.answered(answer.status));
  });
}

/** A file that was changed or taken away looks to a request like a lost connection. */
async function readable(body: Blob) {
  try { await body.slice(0, 1).arrayBuffer(); } catch { throw new Error(t.import.fileGone); }
}

/** A request of which nothing moves any more will never end: the line was changed, or the lid was closed. */
const STALLED = 60_000;

/** XMLHttpRequest, because fetch does not tell how much was sent. */
function once(target: Target, body: Blob, signal: AbortSignal, progress: (sent: number) => void): Promise<{ status: number; etag: string; text: string }> {
  return new Promise((done) => {
    const x = new XMLHttpRequest();
    const stop = () => x.abort();
    x.open(target.method, target.url);
    for (const [name, value] of Object.entries(target.headers)) if (!/^(content-length|host)$/i.test(name)) x.setRequestHeader(name, value);
    let stall = setTimeout(stop, STALLED);
    x.upload.onprogress = (e) => {
      clearTimeout(stall);
      stall = setTimeout(stop, STALLED);
      progress(e.loaded);
    };
    window.addEventListener('offline', stop);
    x.onloadend = () => {
      clearTimeout(stall);
      window.removeEventListener('offline', stop);
      signal.removeEventListener('abort', stop);
      done({ status: x.status, etag: x.getResponseHeader('etag') ?? '', text: x.status ? detail(x.responseText) : '' });
    };
    signal.addEventListener('abort', stop);
    x.send(body);
  });
}

const MOST = 300;

/** The sentence of a problem document; a bucket answers in XML, of which the beginning says something. */
function detail(text: string): string {
  try { return (JSON.parse(text) as { detail?: string }).detail ?? ''; } catch { return text.slice(0, MOST); }
}
