/** The part of OpenAPI 3.1 that the portal reads. References are followed where something is looked at. */
export interface Schema {
  $ref?: string; type?: string | string[]; format?: string; title?: string; description?: string; enum?: unknown[]; items?: Schema; anyOf?: Schema[]; properties?: Record<string, Schema>; required?: string[];
  pattern?: string; maxLength?: number; minLength?: number; maxItems?: number; minItems?: number; readOnly?: boolean; default?: unknown; examples?: unknown[]; maximum?: number; minimum?: number;
  'x-minimum'?: string; 'x-maximum'?: string; 'x-reference'?: string; 'x-labels'?: Record<string, string>; contentMediaType?: string;
}
export interface Param { $ref?: string; name: string; in: 'path' | 'query' | 'header'; required?: boolean; description?: string; schema?: Schema; filter?: boolean; 'x-operators'?: string[] }
interface Media { schema?: Schema; example?: unknown }
interface Reply { $ref?: string; description: string; content?: Record<string, Media> }
export interface RawOperation {
  tags?: string[]; operationId?: string; summary?: string; description?: string; parameters?: Param[]; requestBody?: { content: Record<string, Media> };
  responses: Record<string, Reply>; security?: object[]; 'x-groups'?: string[];
}
export interface OpenApi {
  openapi: string; info: { title: string; version: string }; tags?: { name: string; description?: string }[];
  paths: Record<string, Record<string, RawOperation> & { parameters?: Param[] }>; components?: { schemas?: Record<string, Schema> } & Record<string, unknown>;
}
export interface Operation extends RawOperation { id: string; method: string; path: string; group: string; parameters: Param[]; open: boolean }

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** What a reference within the document stands for (RFC 6901), also one that leads to another. */
export function deref<T extends { $ref?: string }>(api: OpenApi, node: T): T;
export function deref<T extends { $ref?: string }>(api: OpenApi, node: T | undefined): T | undefined;
export function deref<T extends { $ref?: string }>(api: OpenApi, node: T | undefined): T | undefined {
  let at = node;
  for (let hops = 0; at?.$ref?.startsWith('#/') && hops < 10; hops++) {
    const { $ref, ...beside } = at;
    const steps = $ref!.slice(2).split('/').map((s) => decodeURIComponent(s).replaceAll('~1', '/').replaceAll('~0', '~'));
    const found = steps.reduce<unknown>((o, s) => (o as Record<string, unknown> | undefined)?.[s], api) as T | undefined;
    at = found && { ...found, ...beside };
  }
  return at;
}

export const refName = (s?: { $ref?: string }) => s?.$ref?.split('/').pop();

export function operations(api: OpenApi): Operation[] {
  return Object.entries(api.paths).flatMap(([path, item]) => METHODS.filter((m) => item[m]).map((m): Operation => {
    const raw = item[m]!;
    const parameters = [...(item.parameters ?? []), ...(raw.parameters ?? [])].map((p) => ({ ...deref(api, p), filter: !!refName(p)?.includes('.filter.') }));
    return { ...raw, id: raw.operationId ?? `${m} ${path}`, method: m.toUpperCase(), path, group: raw.tags?.[0] ?? '', parameters, open: raw.security?.length === 0 };
  }));
}

/** A schema without what only says that null may stand there. */
export function plain(api: OpenApi, s: Schema | undefined): { schema: Schema | undefined; nullable: boolean } {
  const r = deref(api, s);
  const some = r?.anyOf?.filter((one) => one.type !== 'null');
  if (r?.anyOf && some?.length === 1) return { schema: { ...deref(api, some[0]!), title: r.title, ...(r.description ? { description: r.description } : {}) }, nullable: some.length < r.anyOf.length };
  return { schema: r, nullable: Array.isArray(r?.type) && r.type.includes('null') };
}

const OWN = '#/components/schemas/';

/** The schema of a concept on its own, with all that it refers to: JSON Schema 2020-12. */
export function jsonSchema(api: OpenApi, name: string): object {
  const defs: Record<string, unknown> = {};
  const take = (one: string) => {
    if (one in defs) return;
    const schema = api.components?.schemas?.[one];
    defs[one] = schema;
    for (const m of JSON.stringify(schema ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) take(m[1]!);
  };
  take(name);
  const text = JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', $ref: `${OWN}${name}`, $defs: defs });
  return JSON.parse(text.replaceAll(`"$ref":"${OWN}`, '"$ref":"#/$defs/')) as object;
}
