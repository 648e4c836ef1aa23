import { isNumeric } from '../../model/concept';
import type { Field } from '../../model/types';

const SHORT = 12;
const LETTER = 8.2;
const EDGES = 44;

/** How wide a column begins, in pixels: by its type, but wide enough for its heading. */
export function widthOf(field: Field): number {
  const heading = (field.label.length + (field.unit ? field.unit.length + 1 : 0)) * LETTER + EDGES;
  return Math.round(Math.max(byType(field), Math.min(heading, 240)));
}

function byType(field: Field): number {
  if (isNumeric(field)) return 120;
  switch (field.type) {
    case 'boolean': case 'time': return 100;
    case 'date': return 130;
    case 'timestamp': return 176;
    case 'enum': return 150;
    case 'id': return 300;
    case 'shape': return 220;
    case 'list': return 180;
    default: return field.maxLength !== undefined && field.maxLength <= SHORT ? 120 : 200;
  }
}
