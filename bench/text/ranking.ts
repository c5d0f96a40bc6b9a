/**
 * Measures the ranking over the record itself and writes the figures into `docs/search.md`: each word of each quotation
 * is asked for, and each two hits are looked at of which the rules say that one comes first.
 *
 *     npx tap run --disable-coverage --before=test/support/prepare.ts bench/text/ranking.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import t from 'tap';
import { words } from '../../src/text/words.ts';
import { testApp } from '../../test/support/app.ts';
import { seeds } from '../../test/support/seeds.ts';
import { DOCUMENT, fill } from './figures.ts';

interface Hit {
  id: string;
  renditions: { quotes: { text: string }[] }[];
}

const normals = (text: string): Set<string> => new Set(words(text).map(({ normal }) => normal));
const quotesOf = ({ renditions }: Hit): string =>
  renditions.flatMap(({ quotes }) => quotes.map(({ text }) => text)).join('\n');

t.test('ranking', async (t) => {
  const { get } = await testApp(t);
  const asked = new Set(
    seeds.statement.flatMap(({ renditions }) =>
      renditions.flatMap(({ quotes = [] }) => quotes.flatMap(({ text }) => [...normals(text)])),
    ),
  );
  let pairs = 0;
  let inOrder = 0;
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
  const table = ['| words asked for | pairs of hits | in order |', '| ---: | ---: | ---: |', row].join('\n');
  writeFileSync(DOCUMENT, fill(readFileSync(DOCUMENT, 'utf8'), 'ranking', table));
});
