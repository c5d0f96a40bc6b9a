// Plans and selections as they are combined: positions have become the numbers that they have in one state of the data.
import type { DocIdRange } from '../doc-ids/doc-id-set.ts';
import type { Collection } from '../records/kinds.ts';
import type { Plan, Selection } from '../store/plan.ts';

/** A selection with the numbers of its collection. */
export interface NumberedSelection extends Selection {
  range: DocIdRange;
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

/** The plan in numbers. */
export function numberedPlan(plan: Plan, range: DocIdRange, numbers: KeyNumbers): NumberedPlan {
  const { after, collection, order } = plan;
  const start = (key: string): number =>
    order.reversed ? numbers.from(collection, key) - 1 : numbers.after(collection, key);
  return {
    ...plan,
    range,
    after: after && { start: start(after.key), weight: after.weight },
  };
}
