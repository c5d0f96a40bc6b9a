// Finds what differs among claims about one attribute, whether that is a conflict, and between whom.
import type { Claim } from '../claims/schema.ts';
import { byList, byValue, byWeight, membersOf, type Party, sourcesOf, voiceOf } from './parties.ts';
import { type Lineage, type Rule, ruleFor, ruleForLists, rules } from './relations.ts';
import { type Conflict, conflicts, type Status } from './schema.ts';

/** Two things that are said and are not the same, with the rule that they fall under. */
export interface Difference {
  left: Party;
  right: Party;
  rule: Rule;
}

/** More values than these are not set against one another: pairs grow with the square. */
export const mostCompared = 50;

/** Every two different values, those of most sources first; of an attribute that takes lists, every two lists. */
export function differencesOf(claims: readonly Claim[], list: boolean, lineage: Lineage): Difference[] {
  const parties = byWeight(list ? byList(claims) : byValue(claims)).slice(0, mostCompared);
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
  if (differences.some(({ rule }) => rules[rule] === 'different')) return 'different';
  return differences.length > 0 ? 'compatible' : 'agreed';
}

/** Where the conflicts lie, in the order in which the kinds are declared. */
export function conflictsIn(differences: readonly Difference[]): Conflict[] {
  const found = new Set(
    differences.filter(isConflict).flatMap(({ left, right }) => [...between(left, right)]),
  );
  return conflicts.filter((kind) => found.has(kind));
}

const isConflict = ({ rule }: Difference): boolean => rules[rule] === 'conflicting';

/** Where the conflicts between two parties lie. */
function* between(left: Party, right: Party): Iterable<Conflict> {
  const [one, other] = [sourcesByVoice(left), sourcesByVoice(right)];
  const voices = new Set([...one.keys(), ...other.keys()]);
  if (voices.size > 1) yield 'between-voices';
  for (const voice of voices) {
    const [ours, theirs] = [one.get(voice), other.get(voice)];
    if (!ours || !theirs) continue;
    const all = new Set([...ours, ...theirs]);
    if (all.size < ours.size + theirs.size) yield 'within-source';
    if (all.size > 1) yield 'between-sources';
  }
}

function sourcesByVoice(party: Party): Map<string, Set<string>> {
  const voices = new Map<string, Set<string>>();
  for (const claim of party) {
    const sources = voices.get(voiceOf(claim)) ?? new Set();
    voices.set(voiceOf(claim), sources.add(claim.source.id));
  }
  return voices;
}
