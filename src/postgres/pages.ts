// Answers list requests: what a plan needs is gathered, combined in numbers, and the documents are read.
import { bestNumbers, partsOf, placeOf } from '../combining/found.ts';
import { type NumberedPlan, type NumberedSelection, numberedPlan } from '../combining/numbered.ts';
import { levelFacet, pageOfNumbers, selectNumbers } from '../combining/pages.ts';
import type { Collection } from '../records/kinds.ts';
import type { Hits } from '../store/hits.ts';
import type { Page, Plan, Position, Selection } from '../store/plan.ts';
import type { RankableQuery } from '../text/query.ts';
import type { DocumentRow } from './documents.ts';
import { holdEnd, numbersOfKeys } from './key-numbers.ts';
import { gather, gatherSearch } from './sources/gather.ts';
import type { Version } from './version.ts';

/** Finds one page: one round trip where its sets and its place are held, two where not, three for a search. */
export async function selectPage(version: Version, plan: Plan): Promise<Page> {
  const [numbered, source] = await Promise.all([planOf(version, plan), gatherPlan(version, plan)]);
  const { numbers, total, isLast, weight } = pageOfNumbers(source, numbered);
  const rows = await rowsOf(version, numbers);
  const last = rows.at(-1);
  const bodies = rows.map(({ body }) => body);
  if (isLast || !last) return { bodies, total, next: null };
  holdEnd(version, plan.collection, last);
  return {
    bodies,
    total,
    next: { key: last.key, weight: plan.order.by === 'key' ? last.weight : weight },
  };
}

/** Finds everything, in batches: a round trip for each, and no transaction that would stay open. */
export async function* selectAll(version: Version, plan: Plan): AsyncGenerator<Buffer[]> {
  const [numbered, source] = await Promise.all([planOf(version, plan), gatherPlan(version, plan)]);
  for (const numbers of selectNumbers(source, numbered))
    yield (await rowsOf(version, numbers)).map(({ body }) => body);
}

/** The best documents of several collections, at most `limit` after a position, and the exact number of all. */
export async function searchDocuments(
  version: Version,
  search: RankableQuery,
  collections: readonly Collection[],
  after: Position | null,
  limit: number,
): Promise<Hits> {
  const ranges = collections.map(version.range).filter(({ first, last }) => first <= last);
  const whole = {
    first: Math.min(...ranges.map(({ first }) => first)),
    last: Math.max(...ranges.map(({ last }) => last)),
  };
  const [source, position] = await Promise.all([
    gatherSearch(version, search, ranges.length === 0 ? { first: 1, last: 0 } : whole),
    after &&
      numbersOfKeys(version, (keys) => ({
        score: after.weight,
        docId: keys.after(...partsOf(after.key)) - 1,
      })),
  ]);
  const { hits: best, total } = bestNumbers(source, search, collections, position, limit);
  const rows = await rowsOf(
    version,
    best.map(({ docId }) => docId),
  );
  const hits = rows.map(({ collection, key, body }, at) => {
    const weight = best[at]?.score ?? 0;
    return { collection, body, position: { key: placeOf(collection, key), weight } };
  });
  return { hits, total };
}

const gatherPlan = (version: Version, plan: Plan) => {
  const facet = levelFacet(plan.order);
  const walked = facet === null ? [] : [facet];
  return gather(version, {
    selections: [plan],
    facets: walked,
    walked,
    additions: plan.order.by === 'added',
  });
};

const planOf = (version: Version, plan: Plan): Promise<NumberedPlan> =>
  numbersOfKeys(version, (keys) => numberedPlan(plan, version.range(plan.collection), keys));

/** The selection in the numbers of a version. */
export const selectionOf = (version: Version, selection: Selection): NumberedSelection => ({
  ...selection,
  range: version.range(selection.collection),
});

/** The documents with these numbers, in this order. */
async function rowsOf({ documents }: Version, numbers: readonly number[]): Promise<DocumentRow[]> {
  if (numbers.length === 0) return [];
  const byNumber = await documents.byNumber(numbers);
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}
