// The names that stand in searched words: whoever asks 'what did Putin say about Ukraine' wants filters, not these words.
import type { Data } from '../http/context.ts';
import type { Suggestion } from '../resources/search/schema.ts';
import { suggestionsFor } from '../resources/search/suggest.ts';
import { nameKey } from '../text/name-key.ts';

/** Filters that searched words can stand for. */
export interface NamesInWords {
  /** One filter for each name that is among the words, of different parameters: all of them hold together. */
  together: readonly Suggestion[];
  /** These and what the words complete to, each by itself. */
  suggestions: readonly Suggestion[];
}

/** Where nothing is searched for. */
export const noNames: NamesInWords = { together: [], suggestions: [] };

/** The most words that are looked up, the shortest that is, and how many completions of a word are looked at. */
const [mostWords, shortest, mostBegun] = [8, 3, 3];

export async function namesInWords(data: Data, text: string, limit: number): Promise<NamesInWords> {
  const words = [...new Set(text.split(/[\s?؟,،.]+/u))]
    .filter(({ length }) => length >= shortest)
    .slice(0, mostWords);
  const whole = await suggestionsFor(data, text, limit);
  if (words.length < 2) return { together: [], suggestions: whole };
  const found = await Promise.all(words.map((word) => namedBy(data, word)));
  const named = found.filter((each) => each !== undefined);
  const byHref = new Map([...named, ...whole].map((each) => [each.href, each]));
  const byParameter = new Map(named.toReversed().map((each) => [each.param, each]));
  return {
    together: byParameter.size > 1 ? [...byParameter.values()].toReversed() : [],
    suggestions: [...byHref.values()].slice(0, limit),
  };
}

/** The most used filter by a name that holds the word as it is: a beginning is not enough among other words. */
async function namedBy(data: Data, word: string): Promise<Suggestion | undefined> {
  const key = nameKey(word);
  const begun = await suggestionsFor(data, word, mostBegun);
  return begun.find(({ label }) => nameKey(label).split(' ').includes(key));
}
