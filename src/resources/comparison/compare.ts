// Makes the comparison of a statement from its renditions.
import type { Rendition, Statement } from '../statements/schema.ts';
import { isComparable, mostCompared, pairsOf, wordingOf } from '../statements/wording.ts';
import { align, rounded, similarityOf } from './alignment.ts';
import { type Party, partyOf, spans } from './party.ts';
import type { ComparedRendition, Comparison, RenditionPair } from './schema.ts';
import { coresOf, segmentsOf } from './segments.ts';
import { tallyOutlets, tallySources } from './tallies.ts';

/** Compares the selected renditions of a statement. */
export function compare(statement: Statement, selected: readonly Rendition[]): Comparison {
  const compared = selected.slice(0, mostCompared);
  const parties = compared.map(partyOf);
  const pairs = pairsOf(parties).map(pairOf);
  const { id, href, speakers, gist, saidOn } = statement;
  return {
    href: `${href}/comparison`,
    statement: { id, href, speakers, gist, saidOn },
    wording: wordingOf(compared),
    counts: {
      renditions: statement.renditions.length,
      selected: selected.length,
      compared: compared.length,
      quoting: parties.filter(({ words }) => words.length > 0).length,
      sources: new Set(compared.map(({ source }) => source.id)).size,
    },
    similarity: summaryOf(pairs),
    cores: coresOf(parties),
    renditions: parties.map((party) => comparedRendition(party, parties)),
    pairs,
    sources: tallySources(parties),
    outlets: tallyOutlets(parties),
  };
}

function pairOf([left, right]: [Party, Party]): RenditionPair {
  const ids = { left: left.rendition.id, right: right.rendition.id };
  const similarity = isComparable([left, right]) ? similarityOf(left.words, right.words) : null;
  if (similarity === null) return { ...ids, similarity: null, stemSimilarity: null, stretches: [] };
  const stretches = align(left.words, right.words).map((stretch) => ({
    kind: stretch.kind,
    left: spans(left, stretch.left),
    right: spans(right, stretch.right),
  }));
  return { ...ids, ...similarity, stretches };
}

function summaryOf(pairs: readonly RenditionPair[]): Comparison['similarity'] {
  const figures = pairs.flatMap(({ similarity }) => (similarity === null ? [] : [similarity]));
  if (figures.length === 0) return null;
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  return { lowest: Math.min(...figures), mean: rounded(mean), highest: Math.max(...figures) };
}

function comparedRendition(party: Party, all: readonly Party[]): ComparedRendition {
  const { id, source, via, mode, cue, language, proof, paragraph, start, end, note } = party.rendition;
  const place = { proof, paragraph, start, end };
  const words = party.words.length;
  return { id, source, via, mode, cue, language, ...place, note, words, segments: segmentsOf(party, all) };
}
