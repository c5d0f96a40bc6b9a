// The rules by which two values of one attribute are the same, compatible, different or in conflict.

import { instantOf } from '../../records/dates.ts';
import type { Lookup } from '../../records/lookup.ts';
import type { Reference } from '../../records/references.ts';
import { ownText } from '../../records/texts.ts';
import { normalise } from '../../text/normalise.ts';
import type { ClaimValue } from '../claims/schema.ts';
import { parseDuration, writeDuration } from './durations.ts';
import { clockFor, type Figure, isFigure, rangeOf } from './quantities.ts';

/** Whether two values can both be true: they can, they cannot, or nothing tells. */
export const relations = ['conflicting', 'different', 'compatible'] as const;

type Relation = (typeof relations)[number];

/** Each rule with what follows from it. The order is that of the documentation. */
export const rules = {
  'ranges-overlap': 'compatible',
  'ranges-apart': 'conflicting',
  'lies-within': 'compatible',
  'fewer-members': 'compatible',
  'different-members': 'conflicting',
  'different-references': 'conflicting',
  denied: 'conflicting',
  'different-entries': 'different',
  'different-topics': 'different',
  'different-texts': 'different',
  'different-units': 'different',
  'different-types': 'different',
} as const satisfies Record<string, Relation>;

export type Rule = keyof typeof rules;

/** Looks up what a record lies under, itself first. */
export type Lineage = Lookup['lineage'];

/**
 * The same for two values only where they are one value: PT90M and PT1H30M, or 11:30 at UTC-8 and 19:30 at UTC, but not
 * PT3H and nearly PT3H.
 */
export function keyOf(value: ClaimValue): string {
  if (value.type === 'text') return `text ${normalise(ownText(value.value).text)}`;
  if (value.type === 'reference') return `reference ${value.value.kind}/${value.value.id}`;
  if (value.type === 'date') return `date ${value.precision} ${instantOf(value.value) ?? value.value}`;
  return `${value.type} ${labelOf(value)}`;
}

/** A value as a person would note it down: `nearly PT3H`, `2 (points)`, `great`, `moscow`. */
export function labelOf(value: ClaimValue): string {
  if (value.type === 'text') return ownText(value.value).text;
  if (value.type === 'reference') return value.value.id;
  const precision = value.precision === 'exact' ? '' : `${value.precision} `;
  return `${precision}${figureOf(value)}`;
}

function figureOf(value: Figure): string {
  if (value.type === 'date') return value.value;
  if (value.type === 'duration') return writeDuration(parseDuration(value.value));
  // A unit comes in the plural, in whatever language: in brackets it is right beside every number.
  return value.unit === null ? String(value.value) : `${value.value} (${value.unit})`;
}

/** The rule that two different values fall under. */
export function ruleFor(one: ClaimValue, other: ClaimValue, lineage: Lineage): Rule {
  if (denies(one, other) || denies(other, one)) return 'denied';
  if (one.type !== other.type) return 'different-types';
  if (one.type === 'reference' && other.type === 'reference')
    return ruleForReferences(one.value, other.value, lineage);
  if (!isFigure(one) || !isFigure(other)) return 'different-texts';
  if (one.type === 'count' && other.type === 'count' && areUnitsDifferent(one.unit, other.unit))
    return 'different-units';
  const clock = clockFor(one, other);
  const [a, b] = [rangeOf(one, clock), rangeOf(other, clock)];
  return a.low <= b.high && b.low <= a.high ? 'ranges-overlap' : 'ranges-apart';
}

/**
 * Whether a text says that there is nothing of what the other value says there is: `none` denies all but the number 0, and
 * `no` denies `yes`. The record uses these words for nothing else, in English whatever other languages it has.
 */
function denies(one: ClaimValue, other: ClaimValue): boolean {
  if (one.type !== 'text') return false;
  const word = normalise(one.value['en'] ?? '');
  if (word === 'no') return other.type === 'text' && normalise(other.value['en'] ?? '') === 'yes';
  return word === 'none' && !(other.type === 'count' && other.value === 0);
}

/** A meeting is in one place, and led by one person; but it can have several topics, and come after several events. */
function ruleForReferences(one: Reference, other: Reference, lineage: Lineage): Rule {
  if (isWithin(one, other, lineage) || isWithin(other, one, lineage)) return 'lies-within';
  return isExclusive(one.kind) && isExclusive(other.kind) ? 'different-references' : 'different-topics';
}

const isExclusive = (kind: string): boolean =>
  kind === 'person' || kind === 'organization' || kind === 'place';

/** A unit that is left out can be any. */
const areUnitsDifferent = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other;

/** Whether a place, topic or event lies under another: who says Anchorage says Alaska. */
function isWithin({ kind, id }: Reference, outer: Reference, lineage: Lineage): boolean {
  if (kind !== outer.kind || (kind !== 'place' && kind !== 'topic' && kind !== 'event')) return false;
  return lineage(kind, id).includes(outer.id);
}

/** Whether the key of a member (`keyOf`) is that of a person, an organization or a place. */
const isExclusiveKey = (key: string): boolean => {
  const [, kind = ''] = /^reference (\w+)\//.exec(key) ?? [];
  return isExclusive(kind);
};

/** The rule that two different lists of members, given by their keys, fall under. */
export function ruleForLists(one: ReadonlySet<string>, other: ReadonlySet<string>): Rule {
  const [shorter, longer] = one.size < other.size ? [one, other] : [other, one];
  if ([...shorter].every((member) => longer.has(member))) return 'fewer-members';
  return [...one, ...other].every(isExclusiveKey) ? 'different-members' : 'different-entries';
}
