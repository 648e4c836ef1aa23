import type { ReactNode } from 'react';
import { FieldInput } from '../../fields/FieldInput';
import { FieldValue } from '../../fields/FieldValue';
import { t } from '../../i18n/text';
import { computedValue } from '../../model/expression';
import { formatCount } from '../../model/format';
import { keyFields, sections } from '../../model/concept';
import { isWide } from '../../fields/types';
import type { Concept, Field, Row } from '../../model/types';
import { focusOn, SUMMARY, type Entry } from './useEntry';
import css from './EntryForm.module.css';

interface Props { concept: Concept; entry: Entry; keyFixed: boolean; onSubmit: () => void; children?: ReactNode }

export const FORM = 'entry-form';

/** From here on a part of the form has as many columns as fit. */
const MANY = 12;

export function EntryForm({ concept, entry, keyFixed, onSubmit, children }: Props) {
  const key = keyFields(concept);
  return (
    <form id={FORM} className={css.form} noValidate onSubmit={(e) => { e.preventDefault(); onSubmit(); }}
      onKeyDown={(e) => { if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) e.currentTarget.requestSubmit(); }}>
      <Summary concept={concept} entry={entry} />
      {sections(concept, t.form.more, t.form.details).map((section, i) => (
        <fieldset key={section.title} className={css.section}>
          <legend className={css.legend}>{section.title}</legend>
          <div className={css.grid} data-many={section.fields.length > MANY || undefined}>
            {section.fields.map((field, j) => (
              <div key={field.name} className={css.cell} data-wide={isWide(field) || undefined}>
                <FieldInput field={field} value={entry.row[field.name]} row={entry.row} pointer={`/${field.name}`} errors={entry.errors} autoFocus={i === 0 && j === 0 && !keyFixed}
                  disabled={keyFixed && key.includes(field.name)} hint={t.form.keyFixed} onChange={(v) => entry.set(field.name, v)} onBlur={() => entry.leave(field.name)} />
              </div>
            ))}
          </div>
        </fieldset>
      ))}
      <Computed concept={concept} row={entry.row} />
      {children}
    </form>
  );
}

/** What follows from the fields above, as it would be saved. */
function Computed({ concept, row }: { concept: Concept; row: Row }) {
  const fields = concept.fields.filter((f) => f.expression);
  if (!fields.length) return null;
  return (
    <section className={css.computed} aria-label={t.form.computed}>
      {fields.map((field) => (
        <div key={field.name} title={field.computed}>
          <span className={css.name}>{field.label}</span>
          <output><FieldValue field={field} value={computedValue(concept, field, row)} /></output>
        </div>
      ))}
      <p className={css.note}>{t.form.computedHelp}</p>
    </section>
  );
}

/** All faults in one place, each a way to its field: from two on, or when one belongs to the whole row. */
function Summary({ concept, entry }: { concept: Concept; entry: Entry }) {
  const all = Object.entries(entry.errors);
  if (all.length < 2 && !entry.errors['']) return null;
  return (
    <div className={css.problems} role="alert" id={SUMMARY} tabIndex={-1}>
      <strong>{t.form.attention(formatCount(all.length), all.length === 1)}</strong>
      <ul>
        {all.flatMap(([pointer, message]) => (pointer === '' ? message.split('\n').map((one) => <li key={one}>{one}</li>) : <li key={pointer}><button type="button" className={css.jump} onClick={() => focusOn(pointer)}>{labelOf(concept.fields, pointer.split('/').slice(1))} {message}</button></li>))}
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
