import { t } from '../../i18n/text';
import type { Concept, Field } from '../../model/types';
import { download, toCsv } from '../../ui/csv';
import { leaves, type Leaf } from './leaves';

/** A file with the headings that an import knows, unless files of this concept have none, and one example row. */
export function downloadTemplate(concept: Concept) {
  const all = leaves(concept).filter((l) => !l.field.generated);
  const heading = (l: Leaf) => concept.upload?.columns?.[l.name] ?? l.name;
  download(`${concept.path.replaceAll('/', '-')}-template.csv`, toCsv([...(concept.upload?.header === false ? [] : [all.map(heading)]), all.map((l) => example(l.field))], concept.upload));
}

type Type = Omit<Field, 'name' | 'label'>;

export function example(f: Type): string {
  if (f.example) return f.example;
  switch (f.type) {
    case 'integer': case 'long': return String(f.minimum ?? 1);
    case 'decimal': case 'double': return Number(f.minimum && Number(f.minimum) > 0 ? f.minimum : 12.5).toFixed(Math.min(f.scale ?? 1, 2));
    case 'boolean': return t.import.yes;
    case 'date': return '2026-03-31';
    case 'time': return '09:30';
    case 'timestamp': return '2026-03-31T09:30:00Z';
    case 'enum': return f.values?.[0]?.label ?? '';
    case 'list': return [f.items?.values?.[0]?.label ?? 'one', f.items?.values?.[1]?.label ?? 'two'].join('; ');
    case 'reference': return t.import.nameOrKey;
    case 'json': return '{"a": 1}';
    case 'id': return '0190a3f2-7c11-7d6e-9f00-3b2a51c8d9e4';
    default: return f.format === 'email' ? 'ann@example.org' : f.format === 'uri' ? 'https://example.org' : '';
  }
}

const NAMED = 4;

export function rule(f: Type): string {
  const kind = t.import.kind;
  const parts: string[] = [];
  if (f.type === 'enum') {
    const more = (f.values?.length ?? 0) - NAMED;
    parts.push(`${f.values?.slice(0, NAMED).map((v) => v.label).join(', ')}${more > 0 ? ` ${t.import.andMore(String(more))}` : ''}`);
  } else parts.push(kind[f.format ?? ''] ?? kind[f.type] ?? kind.text!);
  if (f.minimum !== undefined && f.maximum !== undefined) parts.push(t.import.between(String(f.minimum), String(f.maximum)));
  if (f.unit) parts.push(t.import.unit(f.unit));
  return parts.join(', ');
}
