import { t } from '../i18n/text';

/** One place that talks to the API: adds the token, renews it once on 401, turns problem documents (RFC 9457) into ApiError. */
export interface FieldProblem { pointer: string; code: string; message: string }

export class ApiError extends Error {
  constructor(readonly status: number, message: string, readonly errors: FieldProblem[] = [], readonly current?: Record<string, unknown>, readonly etag?: string) { super(message); }
}

export interface TokenSource { token(): Promise<string | undefined>; renew(): Promise<boolean> }

let base = '';
let source: TokenSource = { token: async () => undefined, renew: async () => false };

export function connect(apiUrl: string, tokens: TokenSource) {
  base = apiUrl;
  source = tokens;
}

export interface Answer<T> { data: T; etag?: string }
export interface Call { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal }

const TRIES = 3;
const BUSY = new Set([429, 502, 503, 504]);
const PAUSE = 400;

/** A request that may be repeated: reading, or writing with a key that makes it so. */
const repeatable = (method: string, call: Call) => method === 'GET' || !!call.headers?.['idempotency-key'];

export async function send(method: string, path: string, call: Call = {}): Promise<Response> {
  for (let tried = 1; ; tried++) {
    const answer = await once(method, path, call);
    if (answer.status === 401 && tried === 1 && (await source.renew())) continue;
    if (!BUSY.has(answer.status) || tried >= TRIES || !repeatable(method, call)) return answer;
    await new Promise((done) => setTimeout(done, PAUSE * 2 ** tried));
  }
}

async function once(method: string, path: string, { body, headers, signal }: Call): Promise<Response> {
  const token = await source.token();
  const json: Record<string, string> = body === undefined || body instanceof Blob ? {} : { 'content-type': 'application/json' };
  try {
    return await fetch(base + path, {
      method, signal,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...json, ...headers },
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
    });
  } catch (e) {
    if (signal?.aborted) throw e;
    throw new ApiError(0, t.common.unreachable);
  }
}

export async function request<T>(method: string, path: string, call: Call = {}): Promise<Answer<T>> {
  const answer = await send(method, path, call);
  if (answer.status === 204) return { data: undefined as T };
  const data = await answer.json().catch(() => undefined);
  if (!answer.ok) throw new ApiError(answer.status, sentence(answer.status, data), data?.errors, data?.current, answer.headers.get('etag') ?? undefined);
  return { data, etag: answer.headers.get('etag') ?? undefined };
}

function sentence(status: number, data?: { detail?: string; title?: string; message?: string }): string {
  if (status === 401) return t.common.signedOff;
  if (status === 429) return t.common.tooMany;
  return data?.detail ?? data?.message ?? data?.title ?? t.common.answered(status);
}
