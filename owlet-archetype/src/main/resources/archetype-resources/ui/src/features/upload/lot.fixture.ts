import type { Concept, Field } from '../../model/types';

/** A concept to test with. */
const field = (name: string, label: string, more: Partial<Field> = {}): Field => ({ name, label, type: 'string', required: true, ...more });
export const lot: Concept = {
  name: 'lot', path: 'lots', label: { one: 'Lot', many: 'Lots' }, key: 'code', title: 'code', operations: {}, access: {},
  fields: [
    field('code', 'Code', { pattern: '^(?:[A-Z]{2}-\\d{4}-\\d{3})$' }), field('supplier', 'Supplier', { type: 'reference', to: 'supplier' }),
    field('process', 'Process', { type: 'enum', values: [{ value: 'WASHED', label: 'Washed' }, { value: 'NATURAL', label: 'Natural' }] }),
    field('harvested_on', 'Harvested on', { type: 'date' }), field('bags', 'Bags', { type: 'integer', minimum: '1', required: false }),
    field('price_per_kg', 'Price per kg', { type: 'decimal', precision: 8, scale: 2 }),
  ],
};
