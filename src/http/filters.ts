// Filters are a table: a row gives a query parameter, what its values stand for, and the facet that it selects.
import { z } from 'zod';
import { closest, type NamedKind } from '../database/names.ts';
import type { Group } from '../database/plan.ts';
import type { Store } from '../database/store.ts';
import type { Collection } from '../references.ts';
import { type Fault, Problem } from './problem.ts';

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
  'names' in values ? 'A value is an id, a Wikidata id, or any known name or alias in any script.' : '';

/**
 * Turns the given values into groups of filter terms, in a fixed order, so that equal questions are equal groups.
 * Throws one Problem for all the values that stand for nothing or for several things.
 */
export function readFilters(
  store: Store,
  collection: Collection,
  filters: readonly Filter[],
  query: Record<string, unknown>,
): Group[] {
  const faults: Fault[] = [];
  const groups: Group[] = [];
  refuseTooMany(filters, query);
  for (const filter of filters) {
    const texts = (query[filter.param] as string[] | undefined) ?? [];
    const read = texts.map((text) => readGroup(store, collection, filter, text, faults));
    groups.push(...(read.length > 1 ? read.sort(byContent) : read));
  }
  const [first, ...rest] = faults;
  if (first) throw new Problem(first, ...rest);
  return groups;
}

const byContent = (a: Group, b: Group): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** Before any is looked up: a wrong value costs a comparison with every name there is. */
function refuseTooMany(filters: readonly Filter[], query: Record<string, unknown>): void {
  const texts = filters.flatMap(({ param }) => (query[param] as string[] | undefined) ?? []);
  const values = texts.reduce((sum, text) => sum + text.split(',').length, 0);
  if (values <= mostValues) return;
  throw new Problem({ code: 'invalid-parameter', detail: `more than ${mostValues} filter values` });
}

function readGroup(
  store: Store,
  collection: Collection,
  filter: Filter,
  text: string,
  faults: Fault[],
): Group {
  const negated = text.startsWith('!');
  const asked = (negated ? text.slice(1) : text).split(',').map((value) => value.trim());
  const values = asked.flatMap((value) => {
    const read = readValue(store, collection, filter, value);
    if (typeof read === 'string') return [read];
    if (!('code' in read)) return read;
    faults.push({ ...read, param: filter.param });
    return [];
  });
  return { facet: filter.param, values: [...new Set(values)].sort(), negated };
}

/** The id or codes that a value stands for, or what is wrong with it. */
function readValue(
  store: Store,
  collection: Collection,
  { param, values }: Filter,
  value: string,
): string | readonly string[] | Fault {
  if (value === '')
    return { code: 'invalid-parameter', detail: `${param}: expected a value between the commas` };
  if (value.startsWith('!')) {
    const detail = `${param}: a '!' stands before the whole list; repeat the parameter to exclude '${value.slice(1)}'`;
    return { code: 'invalid-parameter', detail };
  }
  return 'names' in values
    ? readName(store, values, value)
    : readCode(store, collection, param, values.codes, value);
}

function readName(
  store: Store,
  { names, also }: { names: readonly NamedKind[]; also?: readonly string[] },
  value: string,
) {
  const special = also?.find((each) => each === value.toLowerCase());
  if (special !== undefined) return special;
  const ids = store.names.resolve(names, value);
  const [id] = ids;
  if (id !== undefined && ids.length === 1) return id;
  const kinds = names.join(', ').replace(/, ([^,]*)$/, ' or $1');
  if (id !== undefined) {
    return {
      code: 'ambiguous-value',
      detail: `'${value}' names more than one ${kinds}`,
      allowed: ids,
    } as const;
  }
  const specials = (also ?? []).map((each) => [each, each] as const);
  const hint = closest(value.toLowerCase(), specials) ?? store.names.nearest(names, value) ?? undefined;
  const known = store.names.all(names, mostListed);
  const allowed = known ? [...(also ?? []), ...known] : undefined;
  return { code: 'unknown-value', detail: `no ${kinds} is called '${value}'`, allowed, hint } as const;
}

/** How many valid values an error lists. */
const mostListed = 50;

function readCode(
  store: Store,
  collection: Collection,
  facet: string,
  codes: (value: string) => string | readonly string[] | null,
  value: string,
): string | readonly string[] | Fault {
  const code = codes(value);
  if (code !== null) return code;
  const allowed = store.values(collection, facet);
  const hint =
    closest(
      value.toLowerCase(),
      allowed.map((known) => [known.toLowerCase(), known]),
    ) ?? undefined;
  return {
    code: 'unknown-value',
    detail: `${facet}: '${value}' is not a value that it takes`,
    allowed,
    hint,
  };
}
