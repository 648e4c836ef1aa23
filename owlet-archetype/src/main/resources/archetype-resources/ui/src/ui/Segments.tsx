import css from './Segments.module.css';

interface Props<V extends string> { label: string; value: V | undefined; options: { value: V; label: string }[]; onChange: (value: V) => void }

/** A few choices beside each other, one of them on: radio buttons in another dress. */
export function Segments<V extends string>({ label, value, options, onChange }: Props<V>) {
  return (
    <fieldset className={css.box}>
      <legend className="sr-only">{label}</legend>
      {options.map((o) => (
        <label key={o.value} className={css.one} data-on={o.value === value || undefined}>
          <input type="radio" className={css.radio} checked={o.value === value} onChange={() => onChange(o.value)} />
          {o.label}
        </label>
      ))}
    </fieldset>
  );
}
