import { request, type FieldProblem } from './client';

/** Files that go to storage as they are, and are read there: see the API's upload routes. */
export interface Target { url: string; method: string; headers: Record<string, string> }
export interface Part extends Target { number: number; from: number; size: number }
/** What is still to be sent, and where: the whole file, or parts and then a word that they are all there. */
export interface Ticket extends Partial<Target> { id: string; parts?: Part[]; complete?: string }

export interface Rejected { row: number; line?: number; cells?: Record<string, string> | string[]; errors: FieldProblem[] }

export interface UploadState extends Ticket {
  filename: string; mode: string; status: 'waiting' | 'running' | 'done' | 'failed'; size: number; who: string; when: string; undone: boolean;
  rows?: number; accepted?: number; created?: number; updated?: number; rejected?: number; rejects?: string; version?: number;
  mapped?: Record<string, string>; unmapped?: string[]; assumed?: string[]; errors?: Rejected[]; message?: string; cancelled?: boolean;
}

export const begin = async (base: string, file: File, mode: string): Promise<Ticket> =>
  (await request<Ticket>('POST', `${base}/uploads`, { body: { filename: file.name, size: file.size, contentType: file.type || 'application/octet-stream', mode } })).data;

/** Makes the file of its parts, when the last has come. */
export const complete = (ticket: Ticket, sent: { number: number; etag: string }[], signal?: AbortSignal) => request('POST', ticket.complete!, { body: { parts: sent }, signal });

export const look = async (base: string, id: string, signal?: AbortSignal) => (await request<UploadState>('GET', `${base}/uploads/${id}`, { signal })).data;
export const recent = async (base: string, limit: number, signal?: AbortSignal) => (await request<{ items: UploadState[] }>('GET', `${base}/uploads?limit=${limit}`, { signal })).data.items;

/** Calls off what waits, stops what is being read, undoes what is done. Nothing comes back but for what will stop a little later. */
export const withdraw = async (base: string, id: string) => (await request<UploadState | undefined>('DELETE', `${base}/uploads/${id}`)).data;

/** Bytes of a file that waits which are there already. */
export const arrived = (u: UploadState) => (u.parts ? u.size - u.parts.reduce((n, p) => n + p.size, 0) : u.url ? 0 : u.size);

/** The rows that did not get in, as a file: its address lasts for minutes, so it is asked for when wanted. */
export async function fetchRejects(base: string, id: string) {
  const { rejects } = await look(base, id);
  if (rejects) Object.assign(document.createElement('a'), { href: rejects, download: '' }).click();
}
