import type { Concept } from '../../model/types';
import { mentioned } from './columns';
import { Engine } from './engine';
import { Fixes, type KeptFixes } from './fixes';
import { autoMatch, missingFields, samples, type Remembered } from './match';
import { read, ReadError } from './read';
import { readingOf } from './reading';
import { leaves } from './leaves';
import type { Choices, FileFacts, Fix, Mapping, Reading, Refusal, Review, Sheet, Targets, View } from './types';

const MENTIONED = 20_000;

/** What the page asks of the worker: each is a message there and one back. */
const tasks = {
  async open(file: File, model: Concept, choices: Choices, remembered: Remembered): Promise<FileFacts> {
    concept = model;
    engine = undefined;
    sheet = await read(file, concept, choices);
    const guess = autoMatch(concept, sheet, remembered);
    const { rows, ...facts } = sheet;
    return { ...facts, name: file.name, count: rows.length, samples: sheet.headers.map((_, i) => samples(sheet, i)), guess, missing: missingFields(concept, guess).map((l) => l.name) };
  },
  reading: (field: string, column: number): Reading => {
    const leaf = leaves(concept).find((l) => l.name === field);
    return leaf ? readingOf(concept, leaf, sheet, column) : {};
  },
  mentioned: (column: number): string[] => mentioned(concept, sheet, column, MENTIONED),
  check(mapping: Mapping[], targets: Record<string, Targets>, fixes?: KeptFixes): Review {
    engine = new Engine(concept, sheet, mapping, targets, Fixes.from(fixes));
    return engine.review();
  },
  fix: (fix: Fix): Review => engine!.fix(fix),
  refuse: (refusals: Refusal[]): Review => engine!.refuse(refusals),
  fixes: (): KeptFixes => engine!.fixes.toJSON(),
  columns: (): string[] => engine!.columns(),
  page: (view: View, from: number, to: number) => engine!.page(view, from, to),
  chunk: (from: number, mode: string, maxRows: number, maxBytes: number) => engine!.chunk(from, mode, maxRows, maxBytes),
  taken: (rows: number[]) => engine!.taken(rows),
  rejects: () => ({ headers: sheet.headers, rows: engine!.rejects() }),
};
export type Tasks = typeof tasks;

let concept: Concept;
let sheet: Sheet;
let engine: Engine | undefined;

self.onmessage = async ({ data: { id, task, input } }: MessageEvent<{ id: number; task: keyof Tasks; input: never[] }>) => {
  try {
    const answer = await (tasks[task] as (...all: never[]) => unknown)(...input);
    self.postMessage({ id, answer });
  } catch (e) {
    self.postMessage({ id, fault: e instanceof ReadError ? { code: e.code, detail: e.detail } : { detail: e instanceof Error ? e.message : String(e) } });
  }
};
