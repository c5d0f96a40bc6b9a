// Finds the documents of a list, a page at a time or all in a row: sets of numbers, then ready JSON.
import { documentsOf } from './bodies.ts';
import type { Page, Plan, Position } from './plan.ts';
import type { Numbers } from './postings/numbers.ts';
import { filteredBy, firstAtOrAfter, rangeOf, selected } from './selected.ts';
import type { Range, Snapshot } from './snapshot.ts';

/** Finds one page. The number of SQL statements does not depend on how much is found. */
export function selectPage(snapshot: Snapshot, plan: Plan): Page {
  return plan.order.by === 'relevance' ? byRelevance(snapshot, plan) : byOrder(snapshot, plan);
}

/** Finds everything, one document after another; no more of it is held than a batch. */
export function* selectAll(snapshot: Snapshot, plan: Plan): Generator<Buffer> {
  let rest: Plan = { ...plan, limit: batch };
  for (;;) {
    const { numbers, next } = selectPage(snapshot, rest);
    yield* documentsOf(snapshot.prepare, numbers);
    if (next === null) return;
    rest = { ...rest, after: next };
  }
}

const batch = 500;

/** In the collection's order or by weight. One number more than the page holds tells whether there is a next one. */
function byOrder(snapshot: Snapshot, plan: Plan): Page {
  const { collection, order, after, limit } = plan;
  const all = selected(snapshot, plan);
  const range = snapshot.range(collection);
  const start = after ? beyond(snapshot, plan, after, range) : order.reversed ? range.last : range.first;
  const found =
    order.by === 'key'
      ? walk(all, start, limit + 1, order.reversed)
      : byWeight(snapshot, plan, all, start, limit + 1);
  return pageOf(snapshot, plan, all.count, found);
}

/** Numbers of a set from one on, or back from there. */
const walk = (set: Numbers, start: number, limit: number, reversed: boolean): number[] =>
  reversed ? set.upTo(start, limit) : set.from(start, limit);

/** Weights are a facet: the sets of all weights, heaviest first, are walked one after another. */
function byWeight(
  { terms, range }: Snapshot,
  { collection, order: { reversed }, after }: Plan,
  all: Numbers,
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
    found.push(...walk(terms.numbers(term).and(all), from, limit - found.length, reversed));
  }
  return found;
}

function byRelevance(snapshot: Snapshot, plan: Plan): Page {
  const { search, order, after, limit } = plan;
  if (search?.kind !== 'matching') return { numbers: [], total: 0, next: null };
  const range = rangeOf(snapshot, plan);
  const among = filteredBy(snapshot, plan, range);
  const position = after && {
    score: after.weight,
    number: beyond(snapshot, plan, after, range) + (order.reversed ? 1 : -1),
  };
  const { total, hits } = snapshot.words.best(search, among, range, position, order.reversed, limit + 1);
  const page = pageOf(
    snapshot,
    plan,
    total,
    hits.map(({ number }) => number),
  );
  const last = hits[limit - 1];
  return page.next && last ? { ...page, next: { ...page.next, weight: last.score } } : page;
}

/** The first number beyond the position in the direction of the order, whether or not its document is still there. */
function beyond(
  { prepare }: Snapshot,
  { collection, order }: Plan,
  { key }: Position,
  { last }: Range,
): number {
  if (order.reversed) return firstAtOrAfter(prepare, collection, key, last) - 1;
  return firstAtOrAfter(prepare, collection, `${key}\0`, last); // no key lies between a key and that
}

function pageOf({ prepare }: Snapshot, { limit }: Plan, total: number, found: number[]): Page {
  const numbers = found.slice(0, limit);
  if (found.length <= limit) return { numbers, total, next: null };
  const place = 'SELECT sort_key AS key, weight FROM document WHERE number = ?';
  return { numbers, total, next: prepare(place).get(numbers.at(-1)) as Position };
}
