// The short description: what can be asked and how answers are built, in few enough words to be read whole.
import type { OpenAPIV3_1 } from 'openapi-types';
import { type Operation, operationsOf, type Parameter, type Reference } from './document.ts';

const intro = [
  'Who said what at a summit, and how each outlet rendered it. Read-only; no key is needed. This is the short description; `/openapi.json` is the whole one, `/llms.txt` shows requests by example.',
  '`/statements/counts?by=speaker,topic` counts under the filters of `/statements`, and `/statements/facets/topic` lists all values of a facet; `/renditions` has the same two. Every filter takes one value or several, separated by commas, which mean any of them; a leading `!` means none of them. Values are ids, Wikidata ids or names in any script. Lists answer `{data, page: {total, limit, next}}`; follow `page.next`. `fields=id,gist.en` narrows any answer. Errors are `application/problem+json` with `code`, `detail`, `param`, `hint` and `allowed`. In the schemas, every field is always there unless its description says when.',
].join('\n\n');

/** Without examples, headers, bounds, problems, and the descriptions that names make superfluous. */
export function shortened(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  const { openapi, info, servers, components } = document;
  const { parameters = {}, schemas = {} } = components ?? {};
  const kept = operationsOf(document).filter(([path]) => !isElsewhere(path));
  const paths = kept.map(([path, each]) => [path, { get: operation(each) }]);
  const short = {
    openapi,
    info: { title: info.title, version: info.version, description: intro, license: info.license },
    security: [],
    ...(servers ? { servers } : {}),
    paths: Object.fromEntries(paths),
    components: {
      parameters: mapped(parameters as object as Record<string, Parameter>, parameter),
      schemas: withSmallOnesInPlace(
        withFoundOnesInShort(
          mapped(Object.fromEntries(Object.entries(schemas as Record<string, object>).map(opaque)), schema),
        ),
      ),
    },
  };
  return withEachParameterOnce(short) as OpenAPIV3_1.Document;
}

/** Without their examples, parameters of several lists are the same: the one with the shortest name stays. */
export function withEachParameterOnce<D extends { components?: { parameters?: object } }>(document: D): D {
  let text = JSON.stringify(document);
  const first = new Map<string, string>();
  const named = Object.entries(document.components?.parameters ?? {});
  for (const [name, each] of named.sort(([a], [b]) => a.length - b.length)) {
    const same = first.get(JSON.stringify(each));
    if (same === undefined) first.set(JSON.stringify(each), name);
    else text = text.replaceAll(`"#/components/parameters/${name}"`, `"#/components/parameters/${same}"`);
  }
  return JSON.parse(text) as D;
}

/** Paths whose answer another path gives, too, by a filter or by `facets=`; the introduction names those that count. */
const isElsewhere = (path: string): boolean =>
  /^\/(?:events\/\{id\}\/|\w+\/facets\/|oembed|\w+\/counts)/.test(path);

/** What `/openapi.json` describes alone, as it would take a fifth of the whole. */
const opaqueNames = [
  'Comparison',
  'OutletProfile',
  'GivenValue',
  'Highlight',
  'Voice',
  'ValueRelation',
  'Facets',
];

/** A schema without its inside. */
const opaque = ([name, each]: [string, object]): [string, object] => {
  const { description } = each as Described;
  return [name, opaqueNames.includes(name) ? { type: 'object', description, properties: {} } : each];
};

const mapped = <T>(values: Record<string, T>, change: (value: T) => object): Record<string, object> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));

/** `speaker.all=` is what the introduction says of it. */
const isAllOf = (each: Parameter | Reference): boolean =>
  '$ref' in each ? each.$ref.endsWith('All') : each.name.endsWith('.all');

function operation({ operationId, summary, parameters, responses }: Operation): object {
  const answer = responses['200'] as { description: string; content: Record<string, { schema: object }> };
  const content = mapped(answer.content, ({ schema: shape }) => ({ schema: schema(shape) }));
  const own = (parameters ?? [])
    .filter((each) => !isAllOf(each))
    .map((each) => ('$ref' in each ? each : parameter(each)));
  const asked = own.length > 0 ? { parameters: own } : {};
  const title = saysMore(summary, operationId) ? { summary } : {};
  return {
    operationId,
    ...title,
    ...asked,
    responses: { 200: { description: answer.description, content } },
  };
}

/** `listStatements` says all of `List statements`. */
const saysMore = (summary: string, operationId: string): boolean =>
  summary.toLowerCase().replace(/\b(?:an?|the)\b|\W/g, '') !== operationId.toLowerCase();

function parameter({ name, in: where, required, description = '', schema: shape }: Parameter): object {
  const isFilter = '$ref' in shape || shape['type'] === 'array';
  return {
    name,
    in: where,
    ...(required ? { required } : {}),
    ...(saidByName.includes(name) ? {} : { description: firstSentence(description) }),
    schema: isFilter ? { type: 'string' } : schema(shape),
  };
}

/** Parameters of every list, whose names and values say enough. */
const saidByName = ['sort', 'limit', 'cursor'];

/** The first sentence says what it is; what follows says how. */
const firstSentence = (text: string): string => text.replace(/(?<=[.:;])\s[\s\S]*$/, '');

const keptKeywords = [
  '$ref',
  'type',
  'enum',
  'const',
  'format',
  'items',
  'anyOf',
  'oneOf',
  'allOf',
  'default',
];

interface Described extends Record<string, unknown> {
  properties?: Record<string, object>;
  description?: string;
}

/** The shape of a schema; only a schema of its own keeps a description. */
function schema(node: object, depth = 0): object {
  const { properties, description, ...others } = node as Described;
  const kept = Object.entries(plainlyNullable(others)).filter(([key]) => keptKeywords.includes(key));
  // Without `required`, what `oneOf` tells apart may overlap.
  const inner = kept.map(([key, value]) => [key === 'oneOf' ? 'anyOf' : key, below(value, depth + 1)]);
  return {
    ...Object.fromEntries(inner),
    ...(depth === 0 && description && properties ? { description: firstSentence(description) } : {}),
    ...(properties ? { properties: mapped(properties, (each) => schema(each, depth + 1)) } : {}),
  };
}

/** `anyOf` a plain type and null is a list of two types. */
function plainlyNullable(node: Record<string, unknown>): Record<string, unknown> {
  const [one, other, ...more] = (node['anyOf'] ?? []) as Record<string, unknown>[];
  const isPlain = typeof one?.['type'] === 'string' && !('properties' in one) && !('items' in one);
  if (!isPlain || other?.['type'] !== 'null' || more.length > 0 || 'enum' in one) return node;
  const { anyOf: _, ...rest } = node;
  return { ...rest, ...one, type: [one['type'], 'null'] };
}

/** What a search finds is the thing itself with one field more: only that is said of it. */
function withFoundOnesInShort(schemas: Record<string, object>): Record<string, object> {
  const entries = Object.entries(schemas).map(([name, each]): [string, object] => {
    const thing = name.replace(/^Found/, '');
    if (thing === name || !(thing in schemas)) return [name, each];
    const { highlights = {} } = (each as Described).properties ?? {};
    return [
      name,
      { allOf: [{ $ref: `#/components/schemas/${thing}` }], type: 'object', properties: { highlights } },
    ];
  });
  return Object.fromEntries(entries);
}

/** A schema that is hardly longer than a reference to it stands in the place of the reference. */
function withSmallOnesInPlace(schemas: Record<string, object>): Record<string, object> {
  const small = Object.entries(schemas).filter(([, each]) => JSON.stringify(each).length <= longestInPlace);
  let text = JSON.stringify(schemas);
  for (const [name, each] of small)
    text = text.replaceAll(`{"$ref":"#/components/schemas/${name}"}`, JSON.stringify(each));
  return JSON.parse(text) as Record<string, object>;
}

const longestInPlace = 70;

function below(value: unknown, depth: number): unknown {
  if (Array.isArray(value)) return value.map((each) => below(each, depth));
  return typeof value === 'object' && value !== null ? schema(value, depth) : value;
}
