import { describe, expect, it } from 'vitest';
import type { Concept } from '../../model/types';
import { conditionsOf, listParams, narrowing, viewOf } from './tableState';

const concept = { table: { sort: '-seen_at', pageSize: 25 } } as Concept;
const view = (query: string) => viewOf(new URLSearchParams(query), concept);

describe('what the address says', () => {
  it('is the model\'s order and page size, when it says nothing', () => {
    expect(view('')).toMatchObject({ words: '', sort: '-seen_at', page: 1, size: 25, conditions: [] });
  });

  it('reads conditions as the API writes them', () => {
    expect(conditionsOf(new URLSearchParams('species=A&species=B&weight.gte=20&position.lat.lte=52&notes.null=true&open=x&page=3'))).toEqual([
      { name: 'species', op: 'eq', values: ['A', 'B'] },
      { name: 'weight', op: 'gte', values: ['20'] },
      { name: 'position.lat', op: 'lte', values: ['52'] },
      { name: 'notes', op: 'null', values: ['true'] },
    ]);
  });

  it('takes no page or size that there cannot be', () => {
    expect(view('page=-4&limit=7')).toMatchObject({ page: 1, size: 25 });
    expect(view('page=x&limit=100000')).toMatchObject({ page: 1, size: 25 });
  });
});

describe('what is asked of the API', () => {
  it('has search, conditions, order and place', () => {
    expect(listParams(view('q=barn+owl&weight.gte=20&page=3&limit=50&sort=site')).toString()).toBe('q=barn+owl&weight.gte=20&limit=50&offset=100&sort=site');
  });

  it('asks for a field that is called like a parameter with .eq', () => {
    expect(narrowing(view('limit.eq=5')).toString()).toBe('limit.eq=5');
  });

  it('narrows an export down as it does the table, but does not cut it into pages', () => {
    expect(narrowing(view('q=a&species=A&page=2&sort=site&version=4')).toString()).toBe('q=a&version=4&species=A');
  });
});
