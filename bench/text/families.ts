/**
 * Measures search over the word families and writes the figures into `docs/search.md`.
 *
 *     npx tap run --disable-coverage bench/text/families.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import t from 'tap';
import { stem } from '../../src/text/stem.ts';
import { words } from '../../src/text/words.ts';
import { FAMILIES } from '../../test/text/word-families.ts';
import { DOCUMENT, familyTable, fill, missedTable } from './figures.ts';

const WORDS_PER_TEXT = 40;
const TEXTS = 10_000;
const ROUNDS = 5;

const forms = FAMILIES.flatMap((family) => family.forms);
const texts = Array.from({ length: TEXTS }, (_, text) =>
  Array.from({ length: WORDS_PER_TEXT }, (_, place) => forms[(text * 31 + place * 7919) % forms.length]).join(
    ' ',
  ),
);

/** The best of some rounds, in words a second, to two digits. */
function speed(work: (text: string) => unknown, of = texts): string {
  const wordsInAll = of.reduce((sum, text) => sum + text.split(' ').length, 0);
  const seconds = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (const text of of) work(text);
    return (performance.now() - start) / 1000;
  });
  return Number((wordsInAll / Math.min(...seconds)).toPrecision(2)).toLocaleString('en');
}

const segmenter = new Intl.Segmenter('ar', { granularity: 'word' });
const normal = [...new Set(forms.flatMap((form) => words(form).map((word) => word.normal)))];
const speedTable = [
  `| one core, Node ${process.versions.node.split('.')[0]} | words a second |`,
  '| --- | ---: |',
  `| index tokens of running text (cut, normalised, stemmed) | ${speed((text) => words(text))} |`,
  `| stem of a word met for the first time | ${speed(stem, normal)} |`,
  `| for comparison: Intl.Segmenter, cutting alone | ${speed((text) => [...segmenter.segment(text)].length)} |`,
].join('\n');

const tables = { families: familyTable(), missed: missedTable(), speed: speedTable };
const before = readFileSync(DOCUMENT, 'utf8');
const after = Object.entries(tables).reduce((document, [name, table]) => fill(document, name, table), before);
writeFileSync(DOCUMENT, after);

t.pass(`${DOCUMENT} holds the figures`);
for (const table of Object.values(tables)) t.comment(table);
