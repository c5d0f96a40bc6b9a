// Groups the claims about one attribute by what they say: one value, or one list of members.
import type { Claim } from '../claims/schema.ts';
import { isFigure } from './quantities.ts';
import { keyOf } from './relations.ts';

/** Claims that say the same thing; at least one. */
export type Party = readonly [Claim, ...Claim[]];

/** Claims by the value that they give. */
export const byValue = (claims: Iterable<Claim>): Party[] => grouped(claims, ({ value }) => keyOf(value));

/** Claims by the voice that they speak in: whom their source credits, or its own. */
export const byVoice = (claims: Iterable<Claim>): Party[] => grouped(claims, voiceOf);

/** Claims by the list that they make up: what one source says in one voice; the same lists together. */
export function byList(claims: Iterable<Claim>): Party[] {
  const lists = new Map<Claim, string>();
  for (const party of grouped(claims, (claim) => `${claim.source.id} ${voiceOf(claim)}`)) {
    const members = JSON.stringify([...membersOf(party)].sort());
    for (const claim of party) lists.set(claim, members);
  }
  return grouped(lists.keys(), (claim) => String(lists.get(claim)));
}

/** What most sources say comes first. */
export const byWeight = (parties: readonly Party[]): Party[] =>
  parties
    .map((party) => ({ party, sources: sourcesOf(party) }))
    .sort((a, b) => b.sources - a.sources)
    .map(({ party }) => party);

/** The values of a party, each once. */
export const membersOf = (party: Party): Set<string> => new Set(party.map(({ value }) => keyOf(value)));

/** Id of whom the source credits; empty for its own voice. */
export const voiceOf = ({ attributedTo }: Claim): string => attributedTo?.id ?? '';

/** Number of sources behind claims. */
export const sourcesOf = (claims: readonly Claim[]): number =>
  new Set(claims.map(({ source }) => source.id)).size;

/**
 * Whether the attribute takes several members at once: some source names several, in one paragraph and one voice, as
 * texts or references. Two values in two paragraphs are two versions, and figures never make a list.
 */
export function isList(claims: readonly Claim[]): boolean {
  const members = claims.filter(({ value }) => !isFigure(value));
  const sentences = grouped(members, (claim) => `${claim.source.id} ${claim.paragraph} ${voiceOf(claim)}`);
  return sentences.some((party) => membersOf(party).size > 1);
}

function grouped(claims: Iterable<Claim>, keyOfClaim: (claim: Claim) => string): Party[] {
  const groups = new Map<string, [Claim, ...Claim[]]>();
  for (const claim of claims) {
    const key = keyOfClaim(claim);
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return [...groups.values()];
}
