import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, connect, request } from './client';

const answers: (Response | Error)[] = [];
const asked: Request[] = [];
let token = 'old';

beforeEach(() => {
  vi.stubGlobal('setTimeout', queueMicrotask);
  answers.length = 0;
  asked.length = 0;
  token = 'old';
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push(new Request(url, init));
    const next = answers.shift();
    if (!next || next instanceof Error) throw next ?? new Error('nothing was to be asked any more');
    return next;
  });
  connect('http://api.test', { token: async () => token, renew: async () => { token = 'new'; return true; } });
});
afterEach(() => { vi.unstubAllGlobals(); });

const json = (status: number, body: unknown, headers: Record<string, string> = {}) => new Response(JSON.stringify(body), { status, headers });
const fault = async (asking: Promise<unknown>) => asking.then(() => { throw new Error('it went well'); }, (e: unknown) => e as ApiError);

describe('the API client', () => {
  it('renews the token once when it is not taken, and asks again with the new one', async () => {
    answers.push(json(401, { message: 'Unauthorized' }), json(200, { a: 1 }, { etag: '"1"' }));
    expect(await request('GET', '/x')).toEqual({ data: { a: 1 }, etag: '"1"' });
    expect(asked.map((r) => r.headers.get('authorization'))).toEqual(['Bearer old', 'Bearer new']);
    answers.push(json(401, {}), json(401, {}));
    expect((await fault(request('GET', '/x'))).status).toBe(401);
    expect(asked).toHaveLength(4);
  });

  it('asks a busy server again, but repeats no write that has no key for it', async () => {
    answers.push(json(429, {}), json(503, {}), json(200, {}));
    await request('GET', '/x');
    expect(asked).toHaveLength(3);
    answers.push(json(503, { detail: 'later' }));
    expect(await fault(request('POST', '/x', { body: {} }))).toMatchObject({ status: 503, message: 'later' });
    answers.push(json(503, {}), json(201, {}));
    await request('POST', '/x', { body: {}, headers: { 'idempotency-key': 'k' } });
    expect(asked).toHaveLength(6);
  });

  it('turns a problem document into one error with a sentence for each field', async () => {
    answers.push(json(422, { title: 'Unprocessable Content', detail: 'weight: is wrong; and 2 more faults', errors: [
      { pointer: '/weight', code: 'max', message: 'first' }, { pointer: '/weight', code: 'scale', message: 'second' }, { pointer: '/position/lat', code: 'min', message: 'low' }] }));
    const e = await fault(request('PATCH', '/x', { body: {} }));
    expect([e.status, e.message, e.errors[0]]).toEqual([422, 'weight: is wrong; and 2 more faults', { pointer: '/weight', code: 'max', message: 'first' }]);
  });

  it('keeps the row as it is now when it was changed by others', async () => {
    answers.push(json(412, { detail: 'changed', current: { code: 'A', _version: 2 } }));
    expect((await fault(request('PATCH', '/x', { body: {} }))).current).toEqual({ code: 'A', _version: 2 });
  });

  it('tells an absent network from a refusal, and leaves an abort what it is', async () => {
    answers.push(new TypeError('Failed to fetch'));
    expect((await fault(request('GET', '/x'))).status).toBe(0);
    const stop = new AbortController();
    stop.abort();
    answers.push(new DOMException('aborted', 'AbortError'));
    expect(await fault(request('GET', '/x', { signal: stop.signal }))).toBeInstanceOf(DOMException);
  });
});
