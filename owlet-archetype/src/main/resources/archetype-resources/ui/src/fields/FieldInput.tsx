import { Field as Frame, type Names } from '../ui/Field';
import { t } from '../i18n/text';
import { zone } from '../model/dates';
import { BooleanInput } from './inputs/BooleanInput';
import { EnumInput } from './inputs/EnumInput';
import { FileInput } from './inputs/FileInput';
import { JsonInput } from './inputs/JsonInput';
import { ListInput } from './inputs/ListInput';
import { MarkdownInput } from './inputs/MarkdownInput';
import { NumberInput } from './inputs/NumberInput';
import { ReferenceInput } from './inputs/ReferenceInput';
import { ShapeInput } from './inputs/ShapeInput';
import { TextAreaInput, TextInput } from './inputs/TextInput';
import { TimeInput } from './inputs/TimeInput';
import { idOf, type InputProps } from './types';

/** The input of a field, with its label, its unit, what it is for, and what is wrong with it. */
export function FieldInput(p: InputProps) {
  const { field, pointer, errors } = p;
  if (field.type === 'shape') return <ShapeInput {...p} />;
  if (field.type === 'list') return <ListInput {...p} />;
  if (p.bare) return <Control {...p} names={{ id: idOf(pointer), 'aria-label': field.label, 'aria-invalid': errors[pointer] ? true : undefined }} />;
  const unit = field.unit ? <> <span className="dim">{field.unit}</span></> : null;
  const help = [field.description, field.example && t.form.example(field.example), field.type === 'timestamp' && t.form.zone(zone()), p.disabled && p.hint].filter(Boolean).join(' · ');
  return (
    <Frame id={idOf(pointer)} label={<>{field.label}{unit}</>} required={field.required && !field.generated} error={errors[pointer]} help={help || undefined}>
      {(names) => <Control {...p} names={names} />}
    </Frame>
  );
}

function Control(p: InputProps & { names: Names & { 'aria-label'?: string } }) {
  switch (p.field.type) {
    case 'boolean': return <BooleanInput {...p} />;
    case 'enum': return <EnumInput {...p} />;
    case 'reference': return <ReferenceInput {...p} />;
    case 'integer': case 'long': case 'decimal': case 'double': return <NumberInput {...p} />;
    case 'date': case 'time': case 'timestamp': return <TimeInput {...p} />;
    case 'markdown': return <MarkdownInput {...p} />;
    case 'text': return <TextAreaInput {...p} />;
    case 'json': return <JsonInput {...p} />;
    case 'file': return <FileInput {...p} />;
    default: return <TextInput {...p} />;
  }
}

export type ControlProps = Parameters<typeof Control>[0];
