import { describe, expect, it } from 'vitest';
import type { Concept } from '../model/types';
import { editPath, pathOf, placeOf } from './routes';

const concept = (path: string) => ({ name: path, path }) as Concept;
const invoices = concept('billing/invoices');
const billing = concept('billing');
const all = [billing, invoices];

describe('places', () => {
  it('finds a concept of a module before one whose name begins alike', () => {
    expect(placeOf('/data/billing/invoices', all)).toMatchObject({ at: 'concept', concept: invoices, view: 'table' });
    expect(placeOf('/data/billing/import', all)).toMatchObject({ at: 'concept', concept: billing, view: 'import' });
  });
  it('comes back from the address that it made', () => {
    expect(placeOf(pathOf(invoices, 'history'), all)).toMatchObject({ concept: invoices, view: 'history' });
    expect(placeOf(editPath(invoices, 'a%2Fb,c'), all)).toMatchObject({ concept: invoices, view: 'edit', key: 'a%2Fb,c' });
  });
  it.each(['/data/none', '/data/billingx', '/data/billing/nothing', '/data/billing/edit', '/data/billing/new/1', '/x'])('has nothing at %s', (path) => {
    expect(placeOf(path, all)).toEqual({ at: 'nowhere' });
  });
});
