// Measures the ranking over the record: for each word of each quotation, how many hits are in the order that the rules demand.
import { words } from '../../../src/text/words.ts';
import { seeds } from '../../support/seeds.ts';
import type { Get } from './comparison.ts';

interface Hit {
  id: string;
  renditions: { quotes: { text: string }[] }[];
}

const normals = (text: string): Set<string> => new Set(words(text).map(({ form }) => form));

const quotesOf = ({ renditions }: Hit): string =>
  renditions.flatMap(({ quotes }) => quotes.map(({ text }) => text)).join('\n');

/** Two hits are in order where one that quotes the word as it was asked for comes before one that only has another form of it. */
export async function rankingTable(get: Get): Promise<string> {
  const asked = new Set(
    seeds.statement.flatMap(({ renditions }) =>
      renditions.flatMap(({ quotes = [] }) => quotes.flatMap(({ text }) => [...normals(text)])),
    ),
  );
  let [pairs, inOrder] = [0, 0];
  for (const word of asked) {
    const { data } = await get<{ data: Hit[] }>(`/statements?q=${encodeURIComponent(word)}&limit=100`);
    const quoted = data.map((hit) => normals(quotesOf(hit)).has(word));
    const anywhere = data.map((hit) => normals(JSON.stringify(hit).replaceAll('"', '\n')).has(word));
    for (const [at, isQuoted] of quoted.entries()) {
      if (!isQuoted) continue;
      const others = anywhere.flatMap((isExact, place) => (isExact ? [] : [place]));
      pairs += others.length;
      inOrder += others.filter((place) => place > at).length;
    }
  }
  const row = `| ${asked.size} | ${pairs} | ${((inOrder / pairs) * 100).toFixed(1)} % |`;
  return ['| words asked for | pairs of hits | in order |', '| ---: | ---: | ---: |', row].join('\n');
}
