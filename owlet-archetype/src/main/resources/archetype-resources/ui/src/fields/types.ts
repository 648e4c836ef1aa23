import type { Field, Row } from '../model/types';

/** Sentences by JSON Pointer. */
export type Errors = Record<string, string>;

export interface InputProps {
  field: Field;
  value: unknown;
  /** As JSON has it; undefined when there is none. What cannot be read stays the text that was typed. */
  onChange: (value: unknown) => void;
  onBlur?: () => void;
  /** Where the value stands in the row. */
  pointer: string;
  errors: Errors;
  /** The row, for the titles of references. */
  row?: Row;
  autoFocus?: boolean;
  disabled?: boolean;
  /** Why it is disabled. */
  hint?: string;
  /** Without label and help: within a cell of the table. */
  bare?: boolean;
}

const WIDE = new Set(['text', 'markdown', 'json', 'shape', 'file']);
/** Those that need the whole width. */
export const isWide = (field: Pick<Field, 'type' | 'items'>) => WIDE.has(field.items?.type ?? field.type);

export const idOf = (pointer: string) => `field${pointer.replaceAll('/', '-')}`;
