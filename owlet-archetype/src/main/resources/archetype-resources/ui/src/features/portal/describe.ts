import { t } from '../../i18n/text';
import { deref, plain, refName, type OpenApi, type Operation, type Schema } from './openapi';

/** A type in words. */
export function typeText(api: OpenApi, s: Schema | undefined): string {
  const { schema, nullable } = plain(api, s);
  if (!schema) return '';
  const text = base(api, schema, s);
  return nullable ? t.portal.orNothing(text) : text;
}

function base(api: OpenApi, r: Schema, from?: Schema): string {
  if (r['x-reference']) return t.portal.refersTo(r['x-reference']);
  if (r.enum) return t.portal.oneOf;
  const types = (Array.isArray(r.type) ? r.type : [r.type ?? '']).filter((one) => one !== 'null');
  if (types[0] === 'array') return t.portal.listOf(typeText(api, r.items));
  if (types[0] === 'object') return refName(from) ?? refName(from?.anyOf?.find((one) => one.$ref)) ?? r.title ?? 'object';
  return r.format && !types.includes(r.format) ? `${types.join(' | ')} (${r.format})` : types.join(' | ');
}

/** What a value must be beyond its type. */
export function constraints(r: Schema): string[] {
  const x = t.portal;
  const out: string[] = [];
  const { minLength: a, maxLength: b } = r;
  if (a !== undefined && b !== undefined) out.push(x.characters(String(a), String(b)));
  else if (b !== undefined) out.push(x.fewCharacters(String(b)));
  else if (a !== undefined) out.push(x.manyCharacters(String(a)));
  const least = r['x-minimum'] ?? r.minimum, most = r['x-maximum'] ?? r.maximum;
  if (least !== undefined) out.push(x.atLeast(String(least)));
  if (most !== undefined) out.push(x.atMost(String(most)));
  if (r.minItems !== undefined || r.maxItems !== undefined) out.push(x.items(String(r.minItems ?? 0), String(r.maxItems ?? '∞')));
  if (r.default !== undefined) out.push(x.defaults(JSON.stringify(r.default)));
  return out;
}

const JSON_TYPE = 'application/json';
export const mediaTypes = (op: Operation) => Object.keys(op.requestBody?.content ?? {});

/** A body to begin with: the document's example, else one made from the schema. */
export function sampleBody(api: OpenApi, op: Operation, media: string): string {
  const content = op.requestBody?.content[media];
  if (!content) return '';
  const isJson = /json$/.test(media) && media !== 'application/x-ndjson';
  if (isJson) return JSON.stringify(content.example ?? sample(api, content.schema), null, 2);
  const rows = (op.requestBody?.content[JSON_TYPE]?.example as { rows?: Record<string, unknown>[] } | undefined)?.rows ?? [];
  if (media === 'application/x-ndjson') return rows.map((r) => JSON.stringify(r)).join('\n');
  if (media !== 'text/csv' || !rows[0]) return '';
  const cell = (v: unknown) => { const s = typeof v === 'string' ? v : JSON.stringify(v); return /[",\n]/.test(s) ? `"${s.replaceAll('"', '""')}"` : s; };
  return [Object.keys(rows[0]).join(','), ...rows.map((r) => Object.values(r).map(cell).join(','))].join('\n');
}

function sample(api: OpenApi, s: Schema | undefined, deep = 0): unknown {
  const { schema: r } = plain(api, s);
  if (!r || deep > 4) return null;
  if (r.examples?.length) return r.examples[0];
  if (r.default !== undefined) return r.default;
  if (r.enum) return r.enum[0];
  const type = Array.isArray(r.type) ? r.type[0] : r.type;
  if (type === 'object') {
    const names = Object.keys(r.properties ?? {}).filter((n) => !deref(api, r.properties![n]!).readOnly && (!r.required || r.required.includes(n)));
    return Object.fromEntries((names.length ? names : Object.keys(r.properties ?? {}).slice(0, 1)).map((n) => [n, sample(api, r.properties![n], deep + 1)]));
  }
  if (type === 'array') return [];
  if (type === 'integer' || type === 'number') return r.minimum ?? 1;
  if (type === 'boolean') return true;
  return { date: '2026-03-31', 'date-time': '2026-03-31T09:30:00Z', time: '09:30:00', email: 'ann@example.org', uri: 'https://example.org', decimal: '12.5', uuid: '0190a3f2-7c11-7d6e-9f00-3b2a51c8d9e4' }[r.format ?? ''] ?? 'text';
}
