// Cuts the quoted words of each rendition where it changes how many renditions share them, and gives the common core.

import type { QuotedWord } from '../statements/quoted-words.ts';
import { base, isComparable } from '../statements/wording.ts';
import { sharedWords } from './alignment.ts';
import { coreOf } from './core.ts';
import { type Party, spans } from './party.ts';
import type { Core, Segment } from './schema.ts';

/** The common core of each language in which two renditions or more quote. */
export function coresOf(parties: readonly Party[]): Core[] {
  const languages = [...new Set(parties.map(({ language }) => base(language)))];
  return languages.flatMap((language) => {
    const quoting = parties.filter((party) => party.words.length > 0 && base(party.language) === language);
    if (quoting.length < 2) return [];
    return [{ language, renditions: quoting.length, words: coreOf(quoting.map(({ words }) => words)).words }];
  });
}

/** The words of one rendition, cut and marked against all. */
export function segmentsOf(party: Party, all: readonly Party[]): Segment[] {
  const peers = [party, ...all.filter((other) => other !== party && isComparable([party, other]))];
  const [places] = coreOf(peers.map(({ words }) => words)).places;
  const inCore = new Set(peers.length > 1 ? places : []);
  const shares = sharesOf(party, peers);
  const marks = shares.map((renditions, at) => ({ kind: kindOf(inCore.has(at), renditions), renditions }));
  return runsOf(party.words, marks).flatMap(({ mark, words }) =>
    spans(party, words).map((span) => ({ ...mark, ...span })),
  );
}

/** For each word, in how many of the renditions it stands. */
function sharesOf({ words }: Party, peers: readonly Party[]): number[] {
  const shares = new Map<QuotedWord, number>();
  for (const peer of peers) {
    for (const word of sharedWords(words, peer.words)) shares.set(word, (shares.get(word) ?? 0) + 1);
  }
  return words.map((word) => Number(shares.get(word)));
}

type Mark = Pick<Segment, 'kind' | 'renditions'>;

function kindOf(inCore: boolean, renditions: number): Segment['kind'] {
  if (inCore) return 'core';
  return renditions > 1 ? 'shared' : 'own';
}

/** Neighbouring words with the same mark, together. */
function runsOf(words: readonly QuotedWord[], marks: readonly Mark[]): { mark: Mark; words: QuotedWord[] }[] {
  const runs: { mark: Mark; words: QuotedWord[] }[] = [];
  for (const [at, mark] of marks.entries()) {
    const run = runs.at(-1);
    const next = words.slice(at, at + 1);
    if (run && run.mark.kind === mark.kind && run.mark.renditions === mark.renditions)
      run.words.push(...next);
    else runs.push({ mark, words: next });
  }
  return runs;
}
