// Answers list requests: plans in numbers go to the combining code, and the documents that it finds are read.
import {
  type KeyNumbers,
  type NumberedPlan,
  type NumberedSelection,
  numberedPlan,
} from '../combining/numbered.ts';
import { pageOfNumbers, selectNumbers } from '../combining/pages.ts';
import type { Collection } from '../records/kinds.ts';
import type { Page, Plan, Selection } from '../store/plan.ts';
import { documentsOf, positionOf } from './documents.ts';
import type { Snapshot } from './snapshot.ts';

/** Finds one page. The number of SQL statements does not depend on how much is found. */
export function selectPage(snapshot: Snapshot, plan: Plan): Page {
  const { numbers, total, isLast, weight } = pageOfNumbers(snapshot, planOf(snapshot, plan));
  const bodies = snapshot.documents.withNumbers(numbers);
  const last = numbers.at(-1);
  if (isLast || last === undefined) return { bodies, total, next: null };
  const position = positionOf(snapshot.prepare, last);
  return { bodies, total, next: plan.order.by === 'key' ? position : { ...position, weight } };
}

/** Finds everything, in batches; no more of it is held than one batch. */
export function* selectAll(snapshot: Snapshot, plan: Plan): Generator<Buffer[]> {
  for (const numbers of selectNumbers(snapshot, planOf(snapshot, plan)))
    yield documentsOf(snapshot.prepare, numbers);
}

const planOf = (snapshot: Snapshot, plan: Plan): NumberedPlan =>
  numberedPlan(plan, snapshot.range(plan.collection), keyNumbers(snapshot));

/** The selection in the numbers of a snapshot. */
export const selectionOf = (snapshot: Snapshot, selection: Selection): NumberedSelection => ({
  ...selection,
  range: snapshot.range(selection.collection),
});

/** Finds sort keys in a snapshot. */
export function keyNumbers({ prepare, range }: Pick<Snapshot, 'prepare' | 'range'>): KeyNumbers {
  const find = (collection: Collection, comparison: string, key: string): number => {
    const query = `SELECT number FROM document WHERE collection = ? AND sort_key ${comparison} ? ORDER BY sort_key LIMIT 1`;
    const found = prepare(query).pluck().get(collection, key) as number | undefined;
    return found ?? range(collection).last + 1;
  };
  return {
    from: (collection, key) => find(collection, '>=', key),
    after: (collection, key) => find(collection, '>', key),
  };
}
