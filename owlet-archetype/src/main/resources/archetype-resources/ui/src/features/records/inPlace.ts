import { keyFields } from '../../model/concept';
import type { Concept, Field } from '../../model/types';

const ONE_LINE = new Set(['string', 'integer', 'long', 'decimal', 'double', 'boolean', 'date', 'time', 'timestamp', 'enum', 'reference']);

/** What fits a line is changed in place, everything else in the row's form; a key stays. */
export const inPlace = (concept: Concept, field: Field) => ONE_LINE.has(field.type) && !field.readOnly && !keyFields(concept).includes(field.name);
