// From a query string to a plan: filters, bounds, search, sort and cursor.
import { z } from 'zod';
import { combinationsOf, type Group, type Order, type Plan, type Selection } from '../../store/plan.ts';
import { parseQuery, type TextQuery } from '../../text/query.ts';
import type { Data } from '../context.ts';
import { Problem } from '../problems/problem.ts';
import { boundParameters, readBounds } from '../request/bounds.ts';
import { readCursor } from '../request/cursor.ts';
import { filterParameters } from '../request/filters.ts';
import { defaultLimit } from '../request/paging.ts';
import { readFilters } from '../request/read-filters.ts';
import type { List } from './contract.ts';

/** What a query string may hold that decides which documents are meant. */
export const selectionParameters = ({ filters, bounds, search }: List): Record<string, z.ZodType> => ({
  ...filterParameters(filters),
  ...(bounds ? boundParameters(bounds) : {}),
  ...(search ? searchParameter : {}),
});

/** The words of a search; `missing` says what is wrong where there are none. */
export const searchedWords = (missing: string) => z.string(missing).max(2_000);

/** Describes `q`. */
export const searchDescription =
  'Words to find, in any form and script. All of them must occur. `"…"` is an exact phrase; `-word` excludes a word. Every other character is plain text.';

/** The `q` parameter of a list. */
const searchParameter = {
  q: searchedWords('expected words')
    .optional()
    .meta({ description: searchDescription, examples: ['', 'محادثات'] }),
};

/** The documents that a request means, and the words that it searches for. */
export interface Selected {
  selection: Selection;
  /** The groups that the query string asks for. */
  filters: Group[];
  words: TextQuery | null;
}

/** Reads the filters, bounds and search. Throws a Problem that names every wrong value. */
export async function readSelection(
  data: Data,
  list: List,
  params: { id: string },
  query: Record<string, unknown>,
): Promise<Selected> {
  const scope = (await list.scope?.read(data, params)) ?? [];
  const filters = await readFilters(data, list.collection, list.filters, query);
  const groups = [...scope, ...filters];
  refuseManyCombinations(list, groups);
  const search = typeof query['q'] === 'string' ? parseQuery(query['q']) : null;
  const dates = list.bounds ? readBounds(list.bounds, query) : null;
  const selection = { collection: list.collection, groups, dates, search };
  return { selection, filters, words: search };
}

/** Combinations of values that renditions of a statement must all have; each is a set to intersect. */
const mostCombinations = 100;

function refuseManyCombinations({ collection }: List, groups: readonly Group[]): void {
  if (collection !== 'statements' || combinationsOf(groups) <= mostCombinations) return;
  const detail = `more than ${mostCombinations} combinations of values that a statement's renditions must all have`;
  throw new Problem({ code: 'invalid-parameter', detail });
}

/** A plan, with what tells its list from every other, and the words to mark in what it finds. */
export interface Planned {
  plan: Plan;
  filters: Group[];
  /** Made where there is a cursor to read or to write. */
  identity: () => string;
  words: TextQuery | null;
}

/** Reads sort and cursor, too. Throws a Problem that names what is wrong. */
export async function planOf(
  data: Data,
  list: List,
  params: { id: string },
  query: Record<string, unknown> & { sort?: string; cursor?: string; limit?: number },
): Promise<Planned> {
  const { selection, filters, words } = await readSelection(data, list, params, query);
  const order = orderOf(list, selection, query.sort);
  const identity = (): string => JSON.stringify([list.path, selection, order]);
  const after = query.cursor === undefined ? null : readCursor(identity(), query.cursor);
  const plan = { ...selection, order, after, limit: query.limit ?? defaultLimit };
  return { plan, filters, identity, words };
}

/** The sort that was asked for; without one, relevance where words are searched for, the list's own otherwise. */
function orderOf({ sorts, sort }: List, { search }: Selection, asked: string | undefined): Order {
  const canRank = search?.kind === 'matching';
  const order = sorts[asked ?? (canRank ? 'relevance' : sort)] as Order; // the schema lets no other name pass
  if (order.by !== 'relevance' || canRank) return order;
  throw new Problem({
    code: 'invalid-parameter',
    detail: 'sort: `relevance` needs words in `q`',
    param: 'sort',
    allowed: Object.keys(sorts).filter((name) => name !== asked),
  });
}
