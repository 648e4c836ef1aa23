import { brokenRules, ruleText } from '../../model/check';
import type { Concept, Expression, Row, Rule } from '../../model/types';
import { put, type Leaf } from './leaves';
import type { Problem } from './types';

interface Filled { leaf: Leaf; column: number }

/** Rules of the model that a row of a file breaks, each said at one of the cells that it is about. */
export function ruleProblems(concept: Concept, used: Filled[], values: Record<string, unknown>, problems: Problem[]): Problem[] {
  // As the API reads rows: values of another type are not there, nor shapes with a fault.
  const lost = new Set<string | undefined>();
  for (const p of problems) if (p.field.includes('.') || p.code === 'type' || p.code === 'enum') lost.add(p.field.split('.')[0]);
  const row: Row = {};
  for (const { leaf } of used) {
    const value = values[leaf.name];
    if (value !== undefined && !lost.has(leaf.path[0])) put(row, leaf.path, value);
  }
  return brokenRules(concept, row).map((rule) => ({ field: placeOf(rule, used, values), code: 'rule', message: ruleText(rule) }));
}

/** Where there is something to correct: a cell with a value, else one with a column. */
function placeOf(rule: Rule, used: Filled[], values: Record<string, unknown>): string {
  const names = fieldsOf(rule.when);
  const about = used.filter(({ leaf }) => names.some((name) => leaf.name === name || leaf.name.startsWith(`${name}.`)));
  const best = about.findLast(({ leaf }) => values[leaf.name] !== undefined) ?? about.find(({ column }) => column >= 0) ?? about[0] ?? used[0]!;
  return best.leaf.name;
}

const fieldsOf = (e: Expression): string[] => [...(e.field === undefined ? [] : [e.field]), ...(e.args ?? []).flatMap(fieldsOf)];
