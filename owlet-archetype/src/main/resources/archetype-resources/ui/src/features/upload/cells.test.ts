import { expect, it } from 'vitest';
import { link } from '../../model/concept';
import type { Concept } from '../../model/types';
import { convert } from './cells';
import type { Reading } from './types';

const rep = { name: 'rep', key: 'id', fields: [{ name: 'id', label: 'Id', type: 'integer', required: true }] } as unknown as Concept;
const customer = { name: 'customer', key: 'id', fields: [{ name: 'rep', label: 'Rep', type: 'reference', to: 'rep' }, { name: 'reps', label: 'Reps', type: 'list', items: { type: 'reference', to: 'rep' } }] } as unknown as Concept;
link([rep, customer]);

it('leaves it to the table what a reference stands for, though its key is a number', () => {
  const reading = { decimalComma: false } as Reading;
  expect(convert(customer.fields[0]!, '4', reading)).toEqual({ value: '4' });
  expect(convert(customer.fields[0]!, 'Jane Peacock', reading)).toEqual({ value: 'Jane Peacock' });
  expect(convert(customer.fields[1]!, '4; 5', reading)).toEqual({ value: ['4', '5'] });
});
