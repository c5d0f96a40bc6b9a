// Plans and selections as they are combined: keys have become the numbers that they have in one state of the data.
import type { DocIdRange } from '../doc-ids/doc-id-set.ts';
import type { Collection } from '../records/references.ts';
import type { Plan, Selection } from '../store/plan.ts';

/** A selection with the numbers between its keys. */
export interface NumberedSelection extends Pick<Selection, 'collection' | 'groups' | 'search'> {
  range: DocIdRange;
  /** Whether the range is less than the collection. */
  isCut: boolean;
}

/** A plan with the number of the document after which its page begins. */
export interface NumberedPlan extends NumberedSelection, Pick<Plan, 'order' | 'limit'> {
  after: NumberedPosition | null;
}

/** `start` is the first number of the page in the direction of its order; the document of the position may be gone. */
export interface NumberedPosition {
  start: number;
  /** The weight, the state or the score of the last document before. */
  weight: number;
}

/** Finds sort keys: the number of the first document with this key or a later one, or of the first with a later one. */
export interface KeyNumbers {
  from(collection: Collection, key: string): number;
  after(collection: Collection, key: string): number;
}

/** The selection in numbers. */
export function numberedSelection(
  { collection, groups, keys, search }: Selection,
  whole: DocIdRange,
  numbers: KeyNumbers,
): NumberedSelection {
  return {
    collection,
    groups,
    search: search ?? null,
    range: {
      first: keys.from === undefined ? whole.first : numbers.from(collection, keys.from),
      last: keys.before === undefined ? whole.last : numbers.from(collection, keys.before) - 1,
    },
    isCut: keys.from !== undefined || keys.before !== undefined,
  };
}

/** The plan in numbers. */
export function numberedPlan(plan: Plan, whole: DocIdRange, numbers: KeyNumbers): NumberedPlan {
  const { after, collection, order, limit } = plan;
  const start = (key: string): number =>
    order.reversed ? numbers.from(collection, key) - 1 : numbers.after(collection, key);
  return {
    ...numberedSelection(plan, whole, numbers),
    order,
    limit,
    after: after && { start: start(after.key), weight: after.weight },
  };
}
