import type { ValueType } from './values';

/** model.json: what the app draws itself from. */
export type FieldType =
  | 'id' | 'string' | 'text' | 'markdown' | 'integer' | 'long' | 'decimal' | 'double' | 'boolean'
  | 'date' | 'time' | 'timestamp' | 'enum' | 'reference' | 'list' | 'shape' | 'json' | 'file';

export interface EnumValue { value: string; label: string; tone?: string }

export interface Field {
  name: string;
  label: string;
  type: FieldType;
  description?: string;
  example?: string;
  required?: boolean;
  readOnly?: boolean;
  /** The expression, for people. */
  computed?: string;
  /** The same, to be evaluated. */
  expression?: Expression;
  /** Of a computed field: whether it may have no value. */
  optional?: boolean;
  generated?: 'uuid' | 'now' | 'today';
  unique?: boolean;
  pii?: boolean;
  default?: unknown;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: 'email' | 'uri' | 'uuid';
  minimum?: number | string;
  maximum?: number | string;
  exclusiveMinimum?: number | string;
  exclusiveMaximum?: number | string;
  precision?: number;
  scale?: number;
  unit?: string;
  enum?: string;
  values?: EnumValue[];
  to?: string;
  /** Of a reference: what its values are; see link. */
  key?: Field;
  shape?: string;
  fields?: Field[];
  items?: Omit<Field, 'name' | 'label'>;
  minItems?: number;
  maxItems?: number;
}

/** Of a rule or a computed field: a value, a field (`position.lat`), or an operation. */
export interface Expression {
  yields: ValueType;
  value?: string | boolean;
  field?: string;
  op?: string;
  args?: Expression[];
}

/** Holds for every row: broken when `when` is false. */
export interface Rule { name: string; source: string; when: Expression }

export interface Insight {
  chart: 'bars' | 'columns' | 'line' | 'share';
  title: string;
  by: string;
  bucket?: 'day' | 'week' | 'month' | 'quarter' | 'year';
  measure: string;
}

export interface Concept {
  name: string;
  path: string;
  label: { one: string; many: string };
  icon?: string;
  description?: string;
  key: string | string[];
  title: string;
  fields: Field[];
  form?: { sections: { title: string; fields: string[] }[] };
  table?: { columns?: string[]; sort?: string; pageSize?: number };
  insights?: Insight[];
  rules?: Rule[];
  unique?: string[][];
  operations: {
    list?: { sort?: boolean; search?: string[]; paging?: string; maxLimit?: number };
    create?: object;
    update?: { concurrency?: 'etag' };
    delete?: object;
    import?: { mode: 'batch'; maxRows: number; maxBytes: number; match?: string };
    summary?: object;
    history?: object;
    export?: { formats: string[] };
  };
  access: Record<string, ('create' | 'read' | 'update' | 'delete')[]>;
  upload?: { header?: boolean; missing?: string[]; delimiter?: string; escape?: string; encoding?: string; columns?: Record<string, string>; formats?: Record<string, string> };
}

export interface Model {
  modelVersion: 1;
  app: { name: string; title: string; description?: string; version: string; accent?: string; locale?: string };
  api: { basePath: string; openapi: string };
  concepts: Concept[];
}

/** A row as it travels: decimals are strings, so nothing is rounded. */
export type Row = Record<string, unknown>;
