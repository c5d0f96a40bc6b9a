// What requests can be made of: the operations of openapi.yaml with their parameters, and the ids and cursors that the data has.
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { OpenAPIV3_1 } from 'openapi-types';
import { description } from '../../support/contract.ts';

export interface Parameter {
  name: string;
  where: 'path' | 'query';
  isRequired: boolean;
  /** The schema of one value. */
  schema: OpenAPIV3_1.NonArraySchemaObject;
  /** Whether it may be repeated. */
  isList: boolean;
  /** Whether the description allows these texts, as many as were sent under its name. */
  allows: (texts: readonly string[]) => boolean;
  /** Values that the data knows, or that the description gives as examples; none where any text has a meaning. */
  known: readonly string[];
}

export interface Operation {
  template: string;
  parameters: readonly Parameter[];
  /** A cursor from the operation's own list; null where it has only one page. */
  cursor: string | null;
}

/** Gets the JSON at a path and query; null where the status is not 200. */
export type Get = (url: string) => Promise<unknown>;

/** The collections that hold what a filter names. */
const named: Readonly<Record<string, readonly string[]>> = {
  speaker: ['people', 'organizations'],
  addressee: ['people', 'organizations'],
  attributedTo: ['people', 'organizations'],
  participant: ['people'],
  mention: ['people', 'organizations', 'places', 'events'],
  outlet: ['outlets'],
  exclusive: ['outlets'],
  organization: ['organizations'],
  topic: ['topics'],
  broader: ['topics'],
  place: ['places'],
  within: ['places'],
  event: ['events'],
  partOf: ['events'],
  source: ['sources'],
  statement: ['statements'],
};

const collections = [...new Set([...Object.values(named).flat(), 'claims', 'discrepancies', 'renditions'])];

/** Every operation of the description, with what the server knows. */
export async function operationsOf(get: Get): Promise<Operation[]> {
  const ids = new Map<string, string[]>();
  for (const collection of collections)
    ids.set(collection, await idsIn(get, `/${collection}?limit=100&fields=id`));
  const { data } = (await get('/problems')) as { data: { code: string }[] };
  ids.set(
    'problems',
    data.map(({ code }) => code),
  );
  const operations: Operation[] = [];
  for (const [template, item] of Object.entries(description.paths ?? {})) {
    const described = (item?.get?.parameters ?? []) as OpenAPIV3_1.ParameterObject[];
    const parameters = described.map((each) => parameterOf(each, template, ids));
    operations.push({ template, parameters, cursor: await cursorOf(get, template, ids) });
  }
  return operations;
}

const ajv = new Ajv2020({ strict: false });

function parameterOf(
  described: OpenAPIV3_1.ParameterObject,
  template: string,
  ids: ReadonlyMap<string, readonly string[]>,
): Parameter {
  const { name, in: where, required, example, examples } = described;
  const whole = described.schema as OpenAPIV3_1.SchemaObject;
  const isList = whole.type === 'array';
  const schema = (isList ? whole.items : whole) as OpenAPIV3_1.NonArraySchemaObject;
  const validate = ajv.compile(whole);
  const offered = [
    example,
    ...Object.values(examples ?? {}).map((each) => (each as { value: unknown }).value),
  ]
    .flat()
    .flatMap((value) => (value === undefined || value === '' ? [] : [String(value)]));
  const inPath = ids.get(collectionOf(template));
  const inData =
    where === 'path' ? (name === 'facet' ? [] : inPath) : named[name]?.flatMap((each) => ids.get(each) ?? []);
  return {
    ...{ name, where: where as Parameter['where'], isRequired: required === true, schema, isList },
    allows: (texts) => validate(isList ? texts.flatMap(apart(schema)) : typed(schema, together(name, texts))),
    known: inData !== undefined && inData.length > 0 ? inData : offered,
  };
}

/** Codes from a closed set may be joined by commas, and be written in any case. */
const apart =
  ({ enum: closed }: OpenAPIV3_1.NonArraySchemaObject) =>
  (text: string): string[] =>
    closed
      ? text
          .toLowerCase()
          .split(/[,،]/)
          .map((value) => value.trim().replace(/^"(.*)"$/, '$1'))
      : [text];

/** Lists of the API's own words are one text, which may come in pieces. */
const together = (name: string, texts: readonly string[]): readonly string[] =>
  ['fields', 'facets', 'by', 'collection'].includes(name) ? [texts.join()] : texts;

/** A single value as its type says; texts that were repeated are a list, and no single value. */
function typed({ type }: OpenAPIV3_1.NonArraySchemaObject, texts: readonly string[]): unknown {
  const [text] = texts;
  if (texts.length !== 1 || text === undefined) return texts;
  return type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text;
}

async function idsIn(get: Get, url: string): Promise<string[]> {
  const list = (await get(url)) as { data: { id: string }[] } | null;
  return list?.data.map(({ id }) => id) ?? [];
}

/** A format has the cursors of the list in JSON. */
const withoutFormat = (template: string): string =>
  template.replace(/\.(?!ndjson|sqlite)\w+$|(?<!dataset)\.ndjson$/, '');

const collectionOf = (template: string): string => withoutFormat(template).split('/')[1] ?? '';

async function cursorOf(get: Get, template: string, ids: ReadonlyMap<string, readonly string[]>) {
  const id = ids.get(collectionOf(template))?.[0] ?? '';
  const query =
    { '/search': 'q=the&', '/statements/counts': 'by=speaker,topic&' }[withoutFormat(template)] ?? '';
  const url = `${withoutFormat(template)
    .replace('{facet}', 'speaker')
    .replace(/\{\w+\}/, id)}?${query}limit=1`;
  const next = ((await get(url)) as { page?: { next: string | null } } | null)?.page?.next;
  return next ? new URL(next).searchParams.get('cursor') : null;
}
