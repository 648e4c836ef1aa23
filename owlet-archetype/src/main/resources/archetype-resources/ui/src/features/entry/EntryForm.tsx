import type { ReactNode } from 'react';
import { FieldInput } from '../../fields/FieldInput';
import { t } from '../../i18n/text';
import { formatCount } from '../../model/format';
import { keyFields, sections } from '../../model/concept';
import type { Concept, Field } from '../../model/types';
import { focusOn, type Entry } from './useEntry';
import css from './EntryForm.module.css';

interface Props { concept: Concept; entry: Entry; keyFixed: boolean; onSubmit: () => void; children?: ReactNode }

export const FORM = 'entry-form';

const WIDE = new Set(['text', 'markdown', 'json', 'list', 'shape', 'file']);

export function EntryForm({ concept, entry, keyFixed, onSubmit, children }: Props) {
  const key = keyFields(concept);
  return (
    <form id={FORM} className={css.form} noValidate onSubmit={(e) => { e.preventDefault(); onSubmit(); }}
      onKeyDown={(e) => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) e.currentTarget.requestSubmit(); }}>
      <Summary concept={concept} entry={entry} />
      {sections(concept, t.form.more, t.form.details).map((section, i) => (
        <fieldset key={section.title} className={css.section}>
          <legend className={css.legend}>{section.title}</legend>
          <div className={css.grid}>
            {section.fields.map((field, j) => (
              <div key={field.name} className={css.cell} data-wide={WIDE.has(field.type) || undefined}>
                <FieldInput field={field} value={entry.row[field.name]} row={entry.row} pointer={`/${field.name}`} errors={entry.errors} autoFocus={i === 0 && j === 0 && !keyFixed}
                  disabled={keyFixed && key.includes(field.name)} onChange={(v) => entry.set(field.name, v)} onBlur={() => entry.leave(field.name)} />
              </div>
            ))}
          </div>
        </fieldset>
      ))}
      {children}
    </form>
  );
}

/** All faults in one place, each a way to its field: from two on, or when one belongs to the whole row. */
function Summary({ concept, entry }: { concept: Concept; entry: Entry }) {
  const all = Object.entries(entry.errors);
  if (all.length < 2 && !entry.errors['']) return null;
  return (
    <div className={css.problems} role="alert">
      <strong>{t.form.attention(formatCount(all.length))}</strong>
      <ul>
        {all.map(([pointer, message]) => (
          <li key={pointer}>{pointer === '' ? message : <button type="button" className={css.jump} onClick={() => focusOn(pointer)}>{labelOf(concept.fields, pointer.split('/').slice(1))}: {message}</button>}</li>
        ))}
      </ul>
    </div>
  );
}

function labelOf(fields: Field[] | undefined, [name, ...rest]: string[]): string {
  if (name === undefined) return '';
  const field = fields?.find((f) => f.name === name);
  const label = field?.label ?? String(Number(name) + 1);
  const below = rest.length ? labelOf(field?.fields ?? field?.items?.fields ?? fields, rest) : '';
  return below ? `${label} ${below}` : label;
}
