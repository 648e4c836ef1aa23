/** A file as it was read: nothing interpreted yet. */
export interface Sheet { kind: Kind; headers: string[]; rows: unknown[][]; notes: Note[]; sheets: string[]; sheet?: string; encoding?: string; delimiter?: string }

export type Kind = 'CSV' | 'JSON' | 'NDJSON' | 'Excel';

/** What was assumed about a file. The words stand with the other texts. */
export interface Note { code: 'encoding' | 'delimiter' | 'sheet' | 'noHeader' | 'repeated' | 'ragged'; detail: string }

/** What the person wants instead of what was found. */
export interface Choices { sheet?: string; encoding?: string; delimiter?: string; header?: boolean }

/** How the text of a column is read, where texts alone do not say. */
export interface Reading { decimalComma?: boolean; order?: 'dmy' | 'mdy'; pattern?: string }

/** Which column of the file fills which field. */
export interface Mapping { column: number; field: string | null; sure: boolean; reading: Reading }

/** What is wrong with a cell. The message is the API's; a language may have its own words for the code. */
export interface Problem { field: string; code: string; message: string; detail?: string }

/** What the page learns of an opened file. */
export interface FileFacts extends Omit<Sheet, 'rows'> { name: string; count: number; samples: string[][]; guess: Mapping[]; missing: string[] }

export interface GroupText { raw: string; count: number }

/** The same mistake in 300 rows is one thing to mend. */
export interface Group { key: string; field: string; code: string; message: string; detail?: string; rows: number; first: number; texts: GroupText[]; distinct: number }

export interface Review { revision: number; rows: number; bad: number; ready: number; skipped: number; groups: Group[]; groupCount: number }

export interface GridRow { row: number; values: unknown[]; raw: string[]; problems: (Problem | undefined)[] }

export type View = 'bad' | 'all';

/** What to do about one cell, one text of a field, or everything of one kind of mistake. */
export type Fix =
  | { kind: 'cell'; row: number; field: string; text: string }
  | { kind: 'text'; key: string; raw: string; text: string }
  | { kind: 'group'; key: string; how: 'empty' | 'skip' | 'round' | 'cut' }
  | { kind: 'fill'; key: string; text: string }
  | { kind: 'keep'; rows: number[] };

/** Values of a reference: what people write, in lower case, and the key that it stands for. */
export interface Targets { keys: [string, unknown][]; choices: { value: string; label: string }[]; complete: boolean }

export interface Chunk { body: string; rows: number[] }
export interface Refusal { row: number; errors: { pointer: string; code: string; message: string }[] }
