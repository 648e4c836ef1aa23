import { describe, expect, it } from 'vitest';
import type { Concept } from '../../model/types';
import { changesOf, earlier } from './changes';

const concept = { key: ['playlist', 'track'], fields: ['playlist', 'track', 'note', 'at'].map((name) => ({ name, label: name, type: 'string' })) } as Concept;

describe('the history of a row', () => {
  it('names the fields that differ, absent ones included', () => {
    const before = { playlist: 1, track: 2, note: 'a' };
    expect(changesOf(concept, before, { playlist: 1, track: 2, note: 'b', at: 'x', _version: 2 }).map((f) => f.name)).toEqual(['note', 'at']);
    expect(changesOf(concept, before, { ...before, note: null }).map((f) => f.name)).toEqual(['note']);
    expect(changesOf(concept, before, { ...before, at: undefined })).toEqual([]);
  });

  it('asks for a row by all parts of its key, as of just before its change', () => {
    const params = earlier(concept, { playlist: 1, track: 2, _version: 3, _updated_at: '2026-01-02T03:04:05.000006Z' })!;
    expect(params.toString()).toBe('limit=1&asOf=2026-01-02T03%3A04%3A05.000006Z&playlist.eq=1&track.eq=2');
  });

  it('ends where the row was created', () => {
    expect(earlier(concept, { playlist: 1, track: 2, _version: 1, _updated_at: '2026-01-02T03:04:05Z' })).toBeUndefined();
  });
});
