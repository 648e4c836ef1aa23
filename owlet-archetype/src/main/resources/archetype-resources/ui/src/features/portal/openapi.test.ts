import { expect, it } from 'vitest';
import { constraints, sampleBody, typeText } from './describe';
import { deref, jsonSchema, operations, plain, type OpenApi } from './openapi';

const api: OpenApi = {
  openapi: '3.1.0', info: { title: 'x', version: '1' },
  paths: { '/api/a~b/{key}': { parameters: [{ $ref: '#/components/parameters/A.key' }] as never, get: { responses: {}, parameters: [{ $ref: '#/components/parameters/A.filter.name' }] as never } } as never,
    '/api/as': { post: { responses: {}, requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } }, 'text/csv': {} } } } } as never },
  components: {
    parameters: { 'A.key': { name: 'key', in: 'path', required: true }, 'A.filter.name': { name: 'name', in: 'query' }, 'x/y': { $ref: '#/components/parameters/A.key' } },
    schemas: { A: { type: 'object', required: ['name', 'at'], properties: { name: { type: 'string', maxLength: 5, examples: ['ann'] }, at: { anyOf: [{ $ref: '#/components/schemas/P' }, { type: 'null' }] }, id: { type: 'string', readOnly: true }, of: { type: ['string', 'null'], 'x-reference': 'B' } } }, P: { type: 'object', properties: { lat: { type: ['string', 'number'], format: 'decimal', 'x-minimum': '-90', minimum: -90 } } }, Z: { type: 'string' } },
  },
};

it('follows references, also escaped ones and chains', () => expect(deref(api, { $ref: '#/components/parameters/x~1y' } as { $ref?: string; name?: string })).toMatchObject({ name: 'key' }));
it('gives operations the parameters of their path, and knows filters', () => {
  expect(operations(api)[0]).toMatchObject({ method: 'GET', parameters: [{ name: 'key', filter: false }, { name: 'name', filter: true }] });
});
it('says types and what values must be', () => {
  const a = api.components!.schemas!.A!;
  expect([typeText(api, a.properties!.at), typeText(api, a.properties!.of), typeText(api, { type: 'array', items: { type: 'integer' } })]).toEqual(['P or null', 'a B or null', 'list of integer']);
  expect(constraints(plain(api, api.components!.schemas!.P!.properties!.lat).schema!)).toEqual(['at least -90']);
});
it('makes a body where the document has no example, without what is read only', () => {
  expect(JSON.parse(sampleBody(api, operations(api)[1]!, 'application/json'))).toEqual({ name: 'ann', at: { lat: '12.5' } });
});
it('takes a schema out with all it refers to, and nothing else', () => {
  expect(jsonSchema(api, 'A')).toMatchObject({ $ref: '#/$defs/A', $defs: { A: { properties: { at: { anyOf: [{ $ref: '#/$defs/P' }, {}] } } }, P: {} } });
  expect(Object.keys((jsonSchema(api, 'A') as { $defs: object }).$defs)).toEqual(['A', 'P']);
});
