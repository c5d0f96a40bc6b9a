// The rules by which two values of one attribute are the same, compatible or in conflict.

import type { Lookup } from '../../records/lookup.ts';
import type { Reference } from '../../records/references.ts';
import { normalise } from '../../text/normalise.ts';
import type { ClaimValue } from '../claims/schema.ts';
import { parseDuration, writeDuration } from './durations.ts';
import { type Figure, isFigure, rangeOf } from './quantities.ts';

/** Each rule with what follows from it. The order is that of the documentation. */
export const rules = {
  'ranges-overlap': 'compatible',
  'ranges-apart': 'conflicting',
  'lies-within': 'compatible',
  'fewer-members': 'compatible',
  'different-members': 'conflicting',
  'different-references': 'conflicting',
  'different-texts': 'conflicting',
  'different-units': 'conflicting',
  'different-types': 'conflicting',
} as const satisfies Record<string, 'compatible' | 'conflicting'>;

export type Rule = keyof typeof rules;

/** Looks up what a record lies under, itself first. */
export type Lineage = Lookup['lineage'];

/** The same for two values only where they are one value: PT90M and PT1H30M, but not PT3H and nearly PT3H. */
export function keyOf(value: ClaimValue): string {
  if (value.type === 'text') return `text ${normalise(value.value.en)}`;
  if (value.type === 'reference') return `reference ${value.value.kind}/${value.value.id}`;
  return `${value.type} ${labelOf(value)}`;
}

/** A value as a person would note it down: `nearly PT3H`, `2 points`, `great`, `moscow`. */
export function labelOf(value: ClaimValue): string {
  if (value.type === 'text') return value.value.en;
  if (value.type === 'reference') return value.value.id;
  const precision = value.precision === 'exact' ? '' : `${value.precision} `;
  return `${precision}${figureOf(value)}`;
}

function figureOf(value: Figure): string {
  if (value.type === 'date') return value.value;
  if (value.type === 'duration') return writeDuration(parseDuration(value.value));
  return value.unit === null ? String(value.value) : `${value.value} ${value.unit}`;
}

/** The rule that two different values fall under. */
export function ruleFor(one: ClaimValue, other: ClaimValue, lineage: Lineage): Rule {
  if (one.type !== other.type) return 'different-types';
  if (one.type === 'reference' && other.type === 'reference') {
    return isWithin(one.value, other.value, lineage) || isWithin(other.value, one.value, lineage)
      ? 'lies-within'
      : 'different-references';
  }
  if (!isFigure(one) || !isFigure(other)) return 'different-texts';
  if (one.type === 'count' && other.type === 'count' && areUnitsDifferent(one.unit, other.unit))
    return 'different-units';
  const [a, b] = [rangeOf(one), rangeOf(other)];
  return a.low <= b.high && b.low <= a.high ? 'ranges-overlap' : 'ranges-apart';
}

/** A unit that is left out can be any. */
const areUnitsDifferent = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other;

/** Whether a place, topic or event lies under another: who says Anchorage says Alaska. */
function isWithin({ kind, id }: Reference, outer: Reference, lineage: Lineage): boolean {
  if (kind !== outer.kind || (kind !== 'place' && kind !== 'topic' && kind !== 'event')) return false;
  return lineage(kind, id).includes(outer.id);
}

/** The rule that two different lists of members fall under. */
export function ruleForLists(one: ReadonlySet<string>, other: ReadonlySet<string>): Rule {
  const [shorter, longer] = one.size < other.size ? [one, other] : [other, one];
  return [...shorter].every((member) => longer.has(member)) ? 'fewer-members' : 'different-members';
}
