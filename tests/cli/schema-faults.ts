/** Checks a value against the part of JSON Schema that docs/check-output.schema.json is written in. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly additionalProperties?: boolean | Schema;
}

const KNOWN = ['$ref', '$defs', '$schema', 'title', 'description', 'type', 'const', 'enum', 'pattern'];
const KEYWORDS = new Set([
  ...KNOWN,
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'items',
  'properties',
  'required',
  'additionalProperties',
]);

/** What does not fit, each with its place; empty if everything does. Throws on a keyword it does not know. */
export function schemaFaults(value: unknown, schema: Schema, root: Schema = schema, place = '$'): string[] {
  for (const keyword of Object.keys(schema)) {
    if (!KEYWORDS.has(keyword)) throw new Error(`unknown keyword ${keyword} at ${place}`);
  }
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
    return target === undefined ? [`${place}: no ${schema.$ref}`] : schemaFaults(value, target, root, place);
  }
  return [
    ...valueFaults(value, schema).map((fault) => `${place}: ${fault}`),
    ...itemFaults(value, schema, root, place),
    ...propertyFaults(value, schema, root, place),
  ];
}

function valueFaults(value: unknown, schema: Schema): string[] {
  const types = schema.type === undefined ? [] : [schema.type].flat();
  const faults: string[] = [];
  if (types.length > 0 && !types.some((type) => isOfType(value, type)))
    faults.push(`no ${types.join(' or ')}`);
  if ('const' in schema && value !== schema.const) faults.push(`not ${String(schema.const)}`);
  if (schema.enum && !schema.enum.includes(value)) faults.push(`${String(value)} is none of the values`);
  if (schema.pattern && typeof value === 'string' && !new RegExp(schema.pattern, 'u').test(value)) {
    faults.push(`${value} does not match`);
  }
  if (typeof value === 'number' && (value < (schema.minimum ?? value) || value > (schema.maximum ?? value))) {
    faults.push(`${value} is out of range`);
  }
  return faults;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return isObject(value);
  return typeof value === type;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function itemFaults(value: unknown, schema: Schema, root: Schema, place: string): string[] {
  const { items, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  if (items === undefined || !Array.isArray(value)) return [];
  if (value.length < minItems || value.length > maxItems) return [`${place}: ${value.length} items`];
  return value.flatMap((item: unknown, index) => schemaFaults(item, items, root, `${place}[${index}]`));
}

function propertyFaults(value: unknown, schema: Schema, root: Schema, place: string): string[] {
  if (!isObject(value)) return [];
  const properties = schema.properties ?? {};
  const missing = (schema.required ?? []).filter((name) => !Object.hasOwn(value, name));
  const surplus = Object.keys(value).filter((name) => !Object.hasOwn(properties, name));
  return [
    ...missing.map((name) => `${place}: ${name} is missing`),
    ...(schema.additionalProperties === false ? surplus.map((name) => `${place}: ${name} is too much`) : []),
    ...(typeof schema.additionalProperties === 'object'
      ? surplus.flatMap((name) =>
          schemaFaults(value[name], schema.additionalProperties as Schema, root, `${place}.${name}`),
        )
      : []),
    ...Object.entries(properties)
      .filter(([name]) => Object.hasOwn(value, name))
      .flatMap(([name, property]) => schemaFaults(value[name], property, root, `${place}.${name}`)),
  ];
}
