import { FieldInput } from '../../fields/FieldInput';
import type { EditorProps } from './FilterEditor';

/** Rows that refer to one of the other table. */
export default function ReferenceFilter({ field, conditions, apply, close }: EditorProps) {
  const value = conditions.find((c) => c.op === 'eq')?.values[0];
  return (
    <FieldInput field={{ ...field, description: undefined, required: false }} value={value} pointer={`/filter-${field.name}`} errors={{}} bare autoFocus
      onChange={(v) => { apply([{ op: 'eq', values: v === undefined ? [] : [String(v)] }]); close(); }} />
  );
}
