// Finds what differs among claims about one attribute, whether that is a conflict, and between whom.
import type { Claim } from '../claims/schema.ts';
import { byList, byValue, membersOf, type Party, sourcesOf, voiceOf } from './parties.ts';
import { type Lineage, type Rule, ruleFor, ruleForLists, rules } from './relations.ts';
import { type Conflict, conflicts, type Status } from './schema.ts';

/** Two things that are said and are not the same, with the rule that they fall under. */
export interface Difference {
  left: Party;
  right: Party;
  rule: Rule;
}

/** Every two different values; of an attribute that takes several members, every two different lists. */
export function differencesOf(claims: readonly Claim[], list: boolean, lineage: Lineage): Difference[] {
  const parties = list ? byList(claims) : byValue(claims);
  return parties.flatMap((left, at) =>
    parties.slice(at + 1).map((right) => ({
      left,
      right,
      rule: list
        ? ruleForLists(membersOf(left), membersOf(right))
        : ruleFor(left[0].value, right[0].value, lineage),
    })),
  );
}

/** How far the claims agree. A source that contradicts itself is in conflict even where it is alone. */
export function statusOf(claims: readonly Claim[], differences: readonly Difference[]): Status {
  if (differences.some(isConflict)) return 'conflicting';
  if (sourcesOf(claims) < 2) return 'single';
  return differences.length > 0 ? 'compatible' : 'agreed';
}

/** Where the conflicts lie, in the order in which the kinds are declared. */
export function conflictsIn(differences: readonly Difference[]): Conflict[] {
  const found = new Set(differences.filter(isConflict).flatMap(({ left, right }) => between(left, right)));
  return conflicts.filter((kind) => found.has(kind));
}

const isConflict = ({ rule }: Difference): boolean => rules[rule] === 'conflicting';

const between = (left: Party, right: Party): Conflict[] =>
  left.flatMap((one) => right.map((other) => conflictOf(one, other)));

function conflictOf(one: Claim, other: Claim): Conflict {
  if (voiceOf(one) !== voiceOf(other)) return 'between-voices';
  return one.source.id === other.source.id ? 'within-source' : 'between-sources';
}
