// Filters are a table: a row gives a query parameter, what its values stand for, and the facet that it selects.
import { z } from 'zod';
import type { Collection } from '../../records/references.ts';
import type { NamedKind } from '../../store/names.ts';
import type { Group } from '../../store/plan.ts';
import { nearest, nearestEntry } from '../../text/nearest.ts';
import type { Data } from '../context.ts';
import { type Fault, Problem } from '../problems/problem.ts';

/** One filter of a list. Its values are names of things, or codes from a known set. */
export interface Filter {
  param: string;
  description: string;
  /** A value that works when tried. */
  example: string;
  /** Swagger UI begins with the example; otherwise it offers the example and begins with nothing. */
  preset?: true;
  /** The kinds of things that a value names; or how a code, or what stands for several, is told from a mistake. */
  values:
    | { names: readonly NamedKind[]; also?: readonly string[] }
    | { codes: (value: string) => string | readonly string[] | null };
}

/** How many values one request may filter by. */
const mostValues = 100;

const grammar = 'A comma means any of them, a repeated parameter all of them, a leading `!` none of them.';

/** The query parameters of the filters, as zod declares them. */
export function filterParameters(
  filters: readonly Filter[],
): Record<string, z.ZodType<string[] | undefined>> {
  return Object.fromEntries(filters.map((filter) => [filter.param, filterParameter(filter)]));
}

const filterParameter = ({ description, example, preset, values }: Filter) =>
  z
    .preprocess((given) => [given].flat(), z.array(z.string().min(1, 'expected a value').max(2_000)).max(20))
    .optional()
    .meta({
      description: [description, spelling(values), grammar].filter(Boolean).join(' '),
      examples: preset ? [[example]] : [[], [example]],
    });

const spelling = (values: Filter['values']): string =>
  'names' in values ? 'By id, Wikidata id, or any name in any script.' : '';

/**
 * Turns the given values into groups of filter terms, in a fixed order, so that equal questions are equal groups.
 * Throws one Problem for all the values that stand for nothing or for several things.
 */
export async function readFilters(
  data: Data,
  collection: Collection,
  filters: readonly Filter[],
  query: Record<string, unknown>,
): Promise<Group[]> {
  refuseTooMany(filters, query);
  const written = filters.flatMap((filter) => writtenGroups(filter, query));
  const ids = await resolveNames(data, written);
  const faults: Fault[] = [];
  const groups: Group[] = [];
  for (const [at, { filter, negated, values }] of written.entries()) {
    const read: string[] = [];
    for (const value of values) {
      const found = await readValue(data, collection, filter, value, ids);
      if (typeof found === 'string') read.push(found);
      else if (!('code' in found)) read.push(...found);
      else faults.push({ ...found, param: filter.param });
    }
    groups.push({ facet: filter.param, values: [...new Set(read)].sort(), negated });
    if (written[at + 1]?.filter !== filter) sortLast(groups, filter.param);
  }
  const [first, ...rest] = faults;
  if (first) throw new Problem(first, ...rest);
  return groups;
}

/** A group as its parameter writes it. */
interface WrittenGroup {
  filter: Filter;
  negated: boolean;
  values: string[];
}

function writtenGroups(filter: Filter, query: Record<string, unknown>): WrittenGroup[] {
  const texts = (query[filter.param] as string[] | undefined) ?? [];
  return texts.map((text) => {
    const negated = text.startsWith('!');
    const values = (negated ? text.slice(1) : text).split(',').map((value) => value.trim());
    return { filter, negated, values };
  });
}

/** The ids of all names of a request, asked for in one go; by the kinds and the name. */
async function resolveNames(data: Data, written: readonly WrittenGroup[]): Promise<Map<string, string[]>> {
  const questions = written.flatMap(({ filter, values }) =>
    'names' in filter.values ? values.map((text) => ({ kinds: namesOf(filter), text })) : [],
  );
  if (questions.length === 0) return new Map();
  const found = await data.resolve(questions);
  return new Map(questions.map(({ kinds, text }, at) => [keyOf(kinds, text), found[at] as string[]]));
}

const namesOf = ({ values }: Filter): readonly NamedKind[] => ('names' in values ? values.names : []);

const keyOf = (kinds: readonly NamedKind[], text: string): string => `${kinds} ${text}`;

/** Puts the groups of one parameter, which stand last, into a fixed order. */
function sortLast(groups: Group[], facet: string): void {
  const start = groups.findIndex((group) => group.facet === facet);
  groups.push(...groups.splice(start).sort(byContent));
}

const byContent = (a: Group, b: Group): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** Before any is looked up: a wrong value costs a comparison with every name there is. */
function refuseTooMany(filters: readonly Filter[], query: Record<string, unknown>): void {
  const texts = filters.flatMap(({ param }) => (query[param] as string[] | undefined) ?? []);
  const values = texts.reduce((sum, text) => sum + text.split(',').length, 0);
  if (values <= mostValues) return;
  throw new Problem({ code: 'invalid-parameter', detail: `more than ${mostValues} filter values` });
}

/** The id or codes that a value stands for, or what is wrong with it. */
async function readValue(
  data: Data,
  collection: Collection,
  { param, values }: Filter,
  value: string,
  ids: ReadonlyMap<string, string[]>,
): Promise<string | readonly string[] | Fault> {
  if (value === '')
    return { code: 'invalid-parameter', detail: `${param}: expected a value between the commas` };
  if (value.startsWith('!')) {
    const detail = `${param}: a '!' stands before the whole list; repeat the parameter to exclude '${value.slice(1)}'`;
    return { code: 'invalid-parameter', detail };
  }
  return 'names' in values
    ? readName(data, values, value, ids)
    : readCode(data, collection, param, values.codes, value);
}

async function readName(
  data: Data,
  { names, also = [] }: { names: readonly NamedKind[]; also?: readonly string[] },
  value: string,
  resolved: ReadonlyMap<string, string[]>,
): Promise<string | Fault> {
  const special = also.find((each) => each === value.toLowerCase());
  if (special !== undefined) return special;
  const [id, ...others] = resolved.get(keyOf(names, value)) ?? [];
  if (id !== undefined && others.length === 0) return id;
  const kinds = names.join(', ').replace(/, ([^,]*)$/, ' or $1');
  if (id !== undefined) {
    const detail = `'${value}' names more than one ${kinds}`;
    return { code: 'ambiguous-value', detail, allowed: [id, ...others] };
  }
  const hint =
    nearest(value.toLowerCase(), also) ??
    (await data.nearestName({ kinds: names, text: value })) ??
    undefined;
  const known = await data.knownIds(names, maxListed);
  const allowed = known ? [...also, ...known] : undefined;
  return { code: 'unknown-value', detail: `no ${kinds} is called '${value}'`, allowed, hint };
}

/** Valid values that an error lists. */
const maxListed = 50;

async function readCode(
  data: Data,
  collection: Collection,
  facet: string,
  codes: (value: string) => string | readonly string[] | null,
  value: string,
): Promise<string | readonly string[] | Fault> {
  const code = codes(value);
  if (code !== null) return code;
  const allowed = await data.knownValues(collection, facet);
  const known = allowed.map((each) => [each.toLowerCase(), each] as const);
  const hint = nearestEntry(value.toLowerCase(), known);
  return {
    code: 'unknown-value',
    detail: `${facet}: '${value}' is not a value that it takes`,
    allowed,
    hint,
  };
}
