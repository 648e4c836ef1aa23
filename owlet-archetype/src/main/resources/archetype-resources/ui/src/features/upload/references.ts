import { request } from '../../api/client';
import type { Page } from '../../api/hooks';
import { fieldOf, keyFields, rowTitle } from '../../model/concept';
import type { Concept, Model } from '../../model/types';
import { convert } from './cells';
import type { EngineClient } from './client';
import { leaves } from './leaves';
import type { Mapping, Targets } from './types';

/** So many rows of another table are fetched whole; of larger ones only those that the file names. */
const WHOLE = 5000;
const ASKED = 60;
/** Of an address: servers and what stands before them take some 8,000 characters. */
const LONGEST = 4000;

/** People write names, the API wants keys: finds out what the references of a file stand for. */
export async function resolveReferences(engine: EngineClient, model: Model, concept: Concept, mapping: Mapping[]): Promise<Record<string, Targets>> {
  const out: Record<string, Targets> = {};
  const loaded = new Map<string, Found>();
  for (const leaf of leaves(concept)) {
    const target = leaf.field.type === 'reference' ? model.concepts.find((c) => c.name === leaf.field.to) : undefined;
    const column = mapping.find((m) => m.field === leaf.name)?.column;
    if (!target || (column === undefined && !leaf.required)) continue;
    const known = loaded.get(target.name);
    const found = known?.complete ? known : new Found(target);
    loaded.set(target.name, found);
    if (!known?.complete) await found.load(model, column === undefined ? [] : await engine.run('mentioned', column));
    const own = target === concept ? mapping.find((m) => m.field === keyFields(concept)[0])?.column : undefined;
    if (own !== undefined) for (const text of await engine.run('mentioned', own)) found.within(text);
    out[leaf.name] = { keys: [...found.keys], choices: found.choices, complete: found.complete };
  }
  return out;
}

/** So many texts as go into one question. */
function* inParts(texts: string[]): Generator<string[]> {
  let part: string[] = [], length = 0;
  for (const text of texts) {
    const more = encodeURIComponent(text).length;
    if (part.length === ASKED || (part.length && length + more > LONGEST)) { yield part; part = []; length = 0; }
    part.push(text);
    length += more;
  }
  if (part.length) yield part;
}

class Found {
  readonly keys = new Map<string, unknown>();
  readonly choices: Targets['choices'] = [];
  /** A title that two rows have stands for neither. */
  private readonly titles = new Map<string, unknown>();
  complete = false;

  constructor(private readonly target: Concept) {}

  async load(model: Model, mentioned: string[]) {
    const base = `${model.api.basePath}/${this.target.path}`;
    const limit = this.target.operations.list?.maxLimit ?? 500;
    const fields = [...new Set([...keyFields(this.target), this.target.title])].join(',');
    let page = (await request<Page>('GET', `${base}?limit=${limit}&fields=${fields}`)).data;
    this.complete = page.total <= WHOLE;
    this.add(page);
    while (this.complete && page.next) {
      page = (await request<Page>('GET', `${base}?limit=${limit}&fields=${fields}&cursor=${encodeURIComponent(page.next)}`)).data;
      this.add(page);
    }
    if (!this.complete) await this.ask(base, fields, limit, mentioned);
    for (const [text, key] of this.titles) if (key !== undefined && !this.keys.has(text)) this.keys.set(text, key);
    this.choices.sort((a, b) => a.label.localeCompare(b.label));
  }

  /** By key first; those that are no key, by title. What no such field can hold is not asked for: the API would refuse the question. */
  private async ask(base: string, fields: string, limit: number, mentioned: string[]) {
    for (const by of new Set([keyFields(this.target)[0]!, this.target.title])) {
      const field = fieldOf(this.target, by);
      if (!field || field.computed !== undefined) continue;
      const open = mentioned.filter((text) => !this.keys.has(text.toLowerCase()) && !this.titles.has(text.toLowerCase()) && !convert(field, text, {}).problem);
      for (const some of inParts(open)) {
        const q = new URLSearchParams({ limit: String(limit), fields });
        for (const text of some) q.append(by, text);
        for (let next: string | undefined = ''; next !== undefined;) {
          const page: Page = (await request<Page>('GET', `${base}?${q}${next && `&cursor=${encodeURIComponent(next)}`}`)).data;
          this.add(page);
          next = page.next ?? undefined;
        }
      }
    }
  }

  private add(page: Page) {
    for (const row of page.items) {
      const key = row[keyFields(this.target)[0]!];
      const title = rowTitle(this.target, row);
      const text = String(key);
      if (!this.keys.has(text.toLowerCase())) this.choices.push({ value: text, label: title === text ? text : `${title} · ${text}` });
      this.keys.set(text.toLowerCase(), key);
      const named = title.toLowerCase();
      this.titles.set(named, this.titles.has(named) && this.titles.get(named) !== key ? undefined : key);
    }
  }

  /** A key that the file itself brings. */
  within(text: string) {
    const key = this.target.fields.find((f) => f.name === keyFields(this.target)[0])?.type;
    if (!this.keys.has(text.toLowerCase())) this.keys.set(text.toLowerCase(), key === 'integer' || key === 'long' ? Number(text) : text);
  }
}
