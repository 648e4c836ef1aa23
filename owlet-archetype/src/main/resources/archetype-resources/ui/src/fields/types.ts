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
  /** Without label and help: within a cell of the table. */
  bare?: boolean;
}

export const idOf = (pointer: string) => `field${pointer.replaceAll('/', '-')}`;
