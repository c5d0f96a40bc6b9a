// Sums a comparison up by source and by outlet.
import type { Reference } from '../../records/references.ts';
import { outletsOf } from '../sources/outlet-filters.ts';
import type { Rendition } from '../statements/schema.ts';
import { isComparable } from '../statements/wording.ts';
import { sharedWords } from './alignment.ts';
import type { Party } from './party.ts';
import type { OutletTally, SourceTally } from './schema.ts';

/** What each source does with the statement, in the order of the renditions. */
export function tallySources(parties: readonly Party[]): SourceTally[] {
  return groups(parties, ({ source }) => [source.id]).map(([, own]) => {
    const renditions = own.map(({ rendition }) => rendition);
    const via = uniqueById(renditions.flatMap((each) => (each.via === null ? [] : [each.via])));
    return { source: own[0].rendition.source, via, ...tallyOf(own, parties) };
  });
}

/** What reaches the record through each outlet, in the order of the renditions. */
export function tallyOutlets(parties: readonly Party[]): OutletTally[] {
  return groups(parties, outletsOf).map(([id, own]) => {
    const outlets = own.flatMap(({ rendition }) => [rendition.source.outlet, rendition.via]);
    return { id, outlet: outlets.find((each) => each?.id === id) ?? null, ...tallyOf(own, parties) };
  });
}

/** At least one party; a group is made by its first. */
type Parties = [Party, ...Party[]];

function groups(parties: readonly Party[], keysOf: (rendition: Rendition) => string[]): [string, Parties][] {
  const groups = new Map<string, Parties>();
  for (const party of parties) {
    for (const key of new Set(keysOf(party.rendition))) {
      const group = groups.get(key);
      if (group) group.push(party);
      else groups.set(key, [party]);
    }
  }
  return [...groups];
}

function tallyOf(own: readonly Party[], all: readonly Party[]) {
  const others = all.filter((party) => !own.includes(party));
  const count = (mode: Rendition['mode']) => own.filter(({ rendition }) => rendition.mode === mode).length;
  const cues = own.flatMap(({ rendition: { cue } }) => (cue === null ? [] : [cue.lemma]));
  return {
    renditions: own.length,
    modes: { direct: count('direct'), mixed: count('mixed'), indirect: count('indirect') },
    cues: [...new Set(cues)],
    quotedWords: own.reduce((sum, { words }) => sum + words.length, 0),
    ownWords: own.reduce((sum, party) => sum + ownWords(party, others), 0),
  };
}

/** How many words of a rendition stand in none of the others. */
function ownWords(party: Party, others: readonly Party[]): number {
  const own = new Set(party.words);
  for (const other of others.filter((each) => isComparable([party, each]))) {
    for (const word of sharedWords(party.words, other.words)) own.delete(word);
  }
  return own.size;
}

const uniqueById = (references: Reference[]): Reference[] => [
  ...new Map(references.map((each) => [each.id, each])).values(),
];
