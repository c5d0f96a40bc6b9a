// The common core: the words that all quoting renditions share, in order.
import { diffArrays } from 'diff';
import type { QuotedWord } from '../statements/quoted-words.ts';

/** A word of the core with the forms in which it is met, most frequent first. */
export interface CoreWord {
  stem: string;
  forms: string[];
}

/** The core, and for each rendition which of its words (by index) stand in the core. */
export interface Core {
  words: CoreWord[];
  places: number[][];
}

/**
 * Takes the longest common subsequence of the two shortest renditions, then of that and the next, and so on. Every word
 * found stands in all of them, in this order; of three renditions and more it may not be the longest such sequence,
 * which is beyond reach in general (Maier 1978, "The complexity of some problems on subsequences and supersequences").
 */
export function coreOf(renditions: readonly (readonly QuotedWord[])[]): Core {
  const sequences = renditions.map((words) => words.map(({ stem }) => stem));
  const [shortest = [], ...others] = sequences.toSorted((a, b) => a.length - b.length);
  const core = others.reduce(common, shortest);
  const places = sequences.map((sequence) => placesOf(core, sequence));
  const texts = renditions.map((words, at) => textsAt(words, places[at]));
  return {
    places,
    words: core.map((stem, at) => ({
      stem,
      forms: byFrequency(texts.flatMap((own) => own.slice(at, at + 1))),
    })),
  };
}

function common(one: string[], other: string[]): string[] {
  return diffArrays(one, other).flatMap(({ added, removed, value }) => (added || removed ? [] : value));
}

/** Where a subsequence of a sequence stands in it: as far to the left as it can. */
function placesOf(core: string[], sequence: string[]): number[] {
  const places: number[] = [];
  for (const stem of core) places.push(sequence.indexOf(stem, (places.at(-1) ?? -1) + 1));
  return places;
}

const textsAt = (words: readonly QuotedWord[], places: readonly number[] = []): string[] =>
  places.flatMap((place) => words.slice(place, place + 1).map(({ text }) => text));

/** Each text once, the most frequent first. */
function byFrequency(texts: readonly string[]): string[] {
  const count = (text: string) => texts.filter((each) => each === text).length;
  return [...new Set(texts)].toSorted((a, b) => count(b) - count(a));
}
