// Finds the documents of a list, one page or all of them: sets of document numbers first, then JSON from the table.

import type { DocIdSet } from '../doc-ids/doc-id-set.ts';
import type { Page, Plan, Position } from '../store/plan.ts';
import type { RankableQuery } from '../text/query.ts';
import { batchSize } from './batches-of.ts';
import { documentsOf } from './bodies.ts';
import { filteredBy, firstAtOrAfter, rangeOf, selected } from './selected.ts';
import type { Range, Snapshot } from './snapshot.ts';

/** Finds one page. The number of SQL statements does not depend on how much is found. */
export function selectPage(snapshot: Snapshot, plan: Plan): Page {
  const { numbers, total, next } = pageOfNumbers(snapshot, plan);
  return { bodies: documentsOf(snapshot.prepare, numbers), total, next };
}

/** A page whose documents are not read yet. */
type NumberPage = Omit<Page, 'bodies'> & { numbers: number[] };

function pageOfNumbers(snapshot: Snapshot, plan: Plan): NumberPage {
  const { order, search } = plan;
  return order.by === 'relevance' && search?.kind === 'matching'
    ? byRelevance(snapshot, plan, search)
    : byOrder(snapshot, plan);
}

/** Finds everything, in batches; no more of it is held than one batch. */
export function* selectAll(snapshot: Snapshot, plan: Plan): Generator<Buffer[]> {
  for (const numbers of selectNumbers(snapshot, plan)) yield documentsOf(snapshot.prepare, numbers);
}

const selectNumbers = (snapshot: Snapshot, plan: Plan): Generator<number[]> =>
  plan.order.by === 'key' ? walkAll(snapshot, plan) : pageThrough(snapshot, plan);

/** In the collection's order, the set is computed once. */
function* walkAll(snapshot: Snapshot, plan: Plan): Generator<number[]> {
  const all = selected(snapshot, plan);
  const { reversed } = plan.order;
  let numbers = walk(all, startOf(snapshot, plan), batchSize, reversed);
  while (numbers.length > 0) {
    yield numbers;
    const last = numbers.at(-1) as number;
    numbers = walk(all, reversed ? last - 1 : last + 1, batchSize, reversed);
  }
}

/** In other orders, a few large pages are computed one after another. */
function* pageThrough(snapshot: Snapshot, plan: Plan): Generator<number[]> {
  let isMore = true;
  for (let { after } = plan; isMore; ) {
    const { numbers, next } = pageOfNumbers(snapshot, { ...plan, after, limit: 20 * batchSize });
    for (let at = 0; at < numbers.length; at += batchSize) yield numbers.slice(at, at + batchSize);
    isMore = next !== null;
    after = next;
  }
}

/** In the collection's order or by weight. One number more than the page holds shows whether there is a next page. */
function byOrder(snapshot: Snapshot, plan: Plan): NumberPage {
  const { order, limit } = plan;
  const all = selected(snapshot, plan);
  const start = startOf(snapshot, plan);
  const found =
    order.by === 'key'
      ? walk(all, start, limit + 1, order.reversed)
      : byWeight(snapshot, plan, all, start, limit + 1);
  return pageOf(snapshot, plan, all.count, found);
}

/** The number at which the page begins; its document may be gone. */
function startOf(snapshot: Snapshot, plan: Plan): number {
  const range = snapshot.range(plan.collection);
  if (plan.after) return beyond(snapshot, plan, plan.after, range);
  return plan.order.reversed ? range.last : range.first;
}

/** DocIdSet of a set from one on, or back from there. */
const walk = (set: DocIdSet, start: number, limit: number, reversed: boolean): number[] =>
  reversed ? set.descendingFrom(start, limit) : set.ascendingFrom(start, limit);

/** Weights are a facet: the sets of all weights, heaviest first, are walked one after another. */
function byWeight(
  { terms, range }: Snapshot,
  { collection, order: { reversed }, after }: Plan,
  all: DocIdSet,
  start: number,
  limit: number,
): number[] {
  const weights = terms
    .all(collection, 'weight')
    .map((term) => ({ term, weight: Number(term.value) }))
    .sort((a, b) => (reversed ? a.weight - b.weight : b.weight - a.weight));
  const { first, last } = range(collection);
  const found: number[] = [];
  for (const { term, weight } of weights) {
    if (found.length >= limit) break;
    if (after && (reversed ? weight < after.weight : weight > after.weight)) continue;
    const from = after?.weight === weight ? start : reversed ? last : first;
    found.push(...walk(terms.docIds(term).intersect(all), from, limit - found.length, reversed));
  }
  return found;
}

function byRelevance(snapshot: Snapshot, plan: Plan, search: RankableQuery): NumberPage {
  const { after, limit } = plan;
  const range = rangeOf(snapshot, plan);
  const among = filteredBy(snapshot, plan, range);
  const position = after && {
    score: after.weight,
    docId: beyond(snapshot, plan, after, range) - 1,
  };
  const { total, hits } = snapshot.textIndex.best(search, among, range, {
    after: position,
    limit: limit + 1,
  });
  const page = pageOf(
    snapshot,
    plan,
    total,
    hits.map(({ docId }) => docId),
  );
  const last = hits[limit - 1];
  return page.next && last ? { ...page, next: { ...page.next, weight: last.score } } : page;
}

/** The first number after the position in the direction of the order; the document of the position may be gone. */
function beyond(
  { prepare }: Snapshot,
  { collection, order }: Plan,
  { key }: Position,
  { last }: Range,
): number {
  if (order.reversed) return firstAtOrAfter(prepare, collection, key, last) - 1;
  return firstAtOrAfter(prepare, collection, `${key}\0`, last); // no key lies between a key and that
}

function pageOf({ prepare }: Snapshot, { limit }: Plan, total: number, found: number[]): NumberPage {
  const numbers = found.slice(0, limit);
  if (found.length <= limit) return { numbers, total, next: null };
  const place = 'SELECT sort_key AS key, weight FROM document WHERE number = ?';
  return { numbers, total, next: prepare(place).get(numbers.at(-1)) as Position };
}
