// Finds the documents of a list, one page or all of them, as sets of document numbers; stores read the documents.

import type { DocIdSet } from '../doc-ids/doc-id-set.ts';
import type { Collection } from '../records/kinds.ts';
import type { Order } from '../store/plan.ts';
import type { RankableQuery } from '../text/query.ts';
import type { NumberedPlan } from './numbered.ts';
import { filteredBy, selected } from './selected.ts';
import type { Level, Source } from './source.ts';

/** Numbers of a batch: few enough that reading their documents takes well under a millisecond. */
export const batchSize = 100;

/** The facet of numbers that a page walks, in the orders by weight and by date; null in all others. */
export function levelFacet({ by }: Order): string | null {
  if (by === 'weight') return 'weight';
  return by === 'date' ? 'date' : null;
}

/** One page, before its documents are read. */
export interface NumberPage {
  numbers: number[];
  /** The exact number of all documents of the list. */
  total: number;
  isLast: boolean;
  /** The weight, the date, the state or the score of the last document, in the orders by these; 0 in the collection's order. */
  weight: number;
}

/** Finds one page. */
export function pageOfNumbers(source: Source, plan: NumberedPlan): NumberPage {
  const { order, search } = plan;
  return order.by === 'relevance' && search?.kind === 'matching'
    ? byRelevance(source, plan, search)
    : byOrder(source, plan);
}

/** Finds everything, in batches; no more of it is held than one batch. */
export const selectNumbers = (source: Source, plan: NumberedPlan): Generator<number[]> =>
  plan.order.by === 'key' ? walkAll(source, plan) : pageThrough(source, plan);

/** In the collection's order, the set is computed once. */
function* walkAll(source: Source, plan: NumberedPlan): Generator<number[]> {
  const all = selected(source, plan);
  const { reversed } = plan.order;
  let numbers = walk(all, startOf(source, plan), batchSize, reversed);
  while (numbers.length > 0) {
    yield numbers;
    const last = numbers.at(-1) as number;
    numbers = walk(all, reversed ? last - 1 : last + 1, batchSize, reversed);
  }
}

/** In other orders, a few large pages are computed one after another. */
function* pageThrough(source: Source, plan: NumberedPlan): Generator<number[]> {
  let isMore = true;
  for (let { after } = plan; isMore; ) {
    const { numbers, isLast, weight } = pageOfNumbers(source, { ...plan, after, limit: 20 * batchSize });
    for (let at = 0; at < numbers.length; at += batchSize) yield numbers.slice(at, at + batchSize);
    isMore = !isLast;
    const last = numbers.at(-1) ?? 0;
    after = { start: plan.order.reversed ? last - 1 : last + 1, weight };
  }
}

/** In the collection's order, by weight, by date or by addition. One number more than the page holds shows whether there is a next page. */
function byOrder(source: Source, plan: NumberedPlan): NumberPage {
  const { order, limit } = plan;
  const all = selected(source, plan);
  const start = startOf(source, plan);
  if (order.by === 'key') return pageOf(plan, all.count, walk(all, start, limit + 1, order.reversed));
  const { numbers, weights } = byLevel(source, plan, all, start, limit + 1);
  return pageOf(plan, all.count, numbers, weights);
}

/** The number at which the page begins. */
function startOf(source: Source, { collection, order, after }: NumberedPlan): number {
  if (after) return after.start;
  const range = source.range(collection);
  return order.reversed ? range.last : range.first;
}

/** Members of a set from one on, or back from there. */
const walk = (set: DocIdSet, start: number, limit: number, reversed: boolean): number[] =>
  reversed ? set.descendingFrom(start, limit) : set.ascendingFrom(start, limit);

/** The sets of all levels, the highest first, are walked one after another. */
function byLevel(
  source: Source,
  { collection, order, after }: NumberedPlan,
  all: DocIdSet,
  start: number,
  limit: number,
): { numbers: number[]; weights: number[] } {
  const { reversed } = order;
  const facet = levelFacet(order);
  const levels = facet === null ? source.additions(collection) : levelsOf(source, collection, facet);
  const { first, last } = source.range(collection);
  const numbers: number[] = [];
  const weights: number[] = [];
  for (const { weight, docIds } of reversed ? levels.toReversed() : levels) {
    if (numbers.length >= limit) break;
    if (after && (reversed ? weight < after.weight : weight > after.weight)) continue;
    const from = after?.weight === weight ? start : reversed ? last : first;
    numbers.push(...walk(docIds().intersect(all), from, limit - numbers.length, reversed));
    while (weights.length < numbers.length) weights.push(weight);
  }
  return { numbers, weights };
}

/** The documents of each number of a facet. */
const levelsOf = ({ terms }: Source, collection: Collection, facet: string): Level[] =>
  terms
    .all(collection, facet)
    .map((term) => ({ weight: Number(term.value), docIds: () => terms.docIds(term) }))
    .sort((a, b) => b.weight - a.weight);

function byRelevance(source: Source, plan: NumberedPlan, search: RankableQuery): NumberPage {
  const { after, limit, range } = plan;
  const { total, hits } = source.textIndex.best(search, filteredBy(source, plan), range, {
    after: after && { score: after.weight, docId: after.start - 1 },
    limit: limit + 1,
  });
  return pageOf(
    plan,
    total,
    hits.map(({ docId }) => docId),
    hits.map(({ score }) => score),
  );
}

const pageOf = (
  { limit }: NumberedPlan,
  total: number,
  found: number[],
  weights: number[] = [],
): NumberPage => ({
  numbers: found.slice(0, limit),
  total,
  isLast: found.length <= limit,
  weight: weights[limit - 1] ?? 0,
});
