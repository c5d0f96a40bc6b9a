// Compares the claims about one attribute of one event: their values, how these go together, and who says which.
import type { Claim } from '../claims/schema.ts';
import { conflictsIn, type Difference, differencesOf, statusOf } from './differences.ts';
import { byValue, byVoice, byWeight, isList, type Party, sourcesOf } from './parties.ts';
import { isFigure, rangeOf, writeRange } from './quantities.ts';
import { type Lineage, labelOf, rules } from './relations.ts';
import type { Discrepancy, GivenValue, ValueRelation, Voice } from './schema.ts';

/** What a discrepancy says beside which event and attribute it is about. */
export type Verdict = Pick<
  Discrepancy,
  'types' | 'list' | 'status' | 'conflicts' | 'counts' | 'values' | 'relations' | 'voices'
>;

/** An answer holds no more than so many values, claims under each, voices, and members of a list; `counts` has them all. */
const mostShown = 50;

/** Compares the claims about one attribute of one event. */
export function compareClaims(given: readonly Claim[], lineage: Lineage): Verdict {
  const claims = inOneLanguage(given);
  const list = isList(claims);
  const differences = differencesOf(claims, list, lineage);
  const [values, voices] = [byWeight(byValue(claims)), ownFirst(byVoice(claims))];
  return {
    types: [...new Set(claims.map(({ value }) => value.type))],
    list,
    status: statusOf(claims, differences),
    conflicts: conflictsIn(differences),
    counts: { ...countsOf(claims), values: values.length, voices: voices.length },
    values: values.slice(0, mostShown).map(givenValue),
    relations: differences.map(relationOf),
    voices: voices.slice(0, mostShown).map((party) => voiceOf(party, list, lineage)),
  };
}

/** Texts are compared in the language that most of them have, which then stands first in each; ties by the order of the record. */
function inOneLanguage(claims: readonly Claim[]): Claim[] {
  const held = new Map<string, number>();
  for (const { value } of claims) {
    if (value.type !== 'text') continue;
    for (const language of Object.keys(value.value)) held.set(language, (held.get(language) ?? 0) + 1);
  }
  const [shared = ''] = [...held].sort(([, one], [, other]) => other - one).map(([language]) => language);
  return claims.map((claim) => {
    const { value } = claim;
    const text = value.type === 'text' ? value.value[shared] : undefined;
    if (value.type !== 'text' || text === undefined) return claim;
    return { ...claim, value: { ...value, value: { [shared]: text, ...value.value } } };
  });
}

const countsOf = (claims: readonly Claim[]) => ({ sources: sourcesOf(claims), claims: claims.length });

const ownFirst = (parties: Party[]): Party[] =>
  parties.toSorted((a, b) => Number(a[0].attributedTo !== null) - Number(b[0].attributedTo !== null));

function givenValue(party: Party): GivenValue {
  const { value } = party[0];
  return {
    label: labelOf(value),
    value,
    range: isFigure(value) ? writeRange(value, rangeOf(value)) : null,
    counts: countsOf(party),
    claims: party.slice(0, mostShown).map(placeOf),
  };
}

function placeOf({ id, href, source, via, attributedTo, paragraph, start, end, note }: Claim) {
  return { id, href, source, via, attributedTo, paragraph, start, end, note };
}

const relationOf = ({ left, right, rule }: Difference): ValueRelation => ({
  left: labelsOf(left),
  right: labelsOf(right),
  relation: rules[rule],
  rule,
});

const labelsOf = (claims: readonly Claim[]): string[] =>
  byValue(claims)
    .slice(0, mostShown)
    .map(([{ value }]) => labelOf(value));

const voiceOf = (party: Party, list: boolean, lineage: Lineage): Voice => ({
  attributedTo: party[0].attributedTo,
  status: statusOf(party, differencesOf(party, list, lineage)),
  values: labelsOf(party),
  counts: countsOf(party),
});
