// Makes the tables of figures in `docs/search.md`.
import { stem } from '../../../src/text/stem.ts';
import { words } from '../../../src/text/words.ts';
import { findsAsSearchDoes, measure, STEPS } from '../../text/measure-families.ts';
import { FAMILIES, type Family, HELD_OUT_FAMILIES } from '../../text/word-families.ts';

/** The table of recall and false hits; the same wherever it is made. */
export function familyTable(): string {
  const steps = Object.entries(STEPS).map(([name, finds]) => row(name, measure(FAMILIES, FAMILIES, finds)));
  const heldOut = measure(HELD_OUT_FAMILIES, FAMILIES, findsAsSearchDoes);
  return [
    '| what is compared | families | forms | pairs of one family | recall | of forms spelt differently | pairs of two families | false hits in 1,000 |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...steps,
    row('the same, families no rule was made for', heldOut),
  ].join('\n');
}

/** The forms that a search for another form of their family misses, most missed first, at most ten. */
export function missedTable(): string {
  const missed = FAMILIES.flatMap((family) =>
    family.forms.map((form) => ({ form, by: missedBy(form, family) })),
  )
    .filter(({ by }) => by.length > 0)
    .sort((one, other) => other.by.length - one.by.length)
    .slice(0, 10)
    .map(({ form, by }) => `| ${form} | ${by.length} | ${by.slice(0, 3).join(' ')} |`);
  return ['| not found | by how many of its forms | such as |', '| --- | ---: | --- |', ...missed].join('\n');
}

/** Words a second, over texts of forty words each; another machine has other figures. */
export function speedTable(): string {
  const forms = FAMILIES.flatMap((family) => family.forms);
  const texts = Array.from({ length: 10_000 }, (_, text) =>
    Array.from({ length: 40 }, (_, place) => forms[(text * 31 + place * 7919) % forms.length]).join(' '),
  );
  const normals = [...new Set(forms.flatMap((form) => words(form).map(({ normal }) => normal)))];
  const segmenter = new Intl.Segmenter('ar', { granularity: 'word' });
  return [
    `| one core, Node ${process.versions.node.split('.')[0]} | words a second |`,
    '| --- | ---: |',
    `| index tokens of running text (cut, normalised, stemmed) | ${speed(texts, (text) => words(text))} |`,
    `| stem of a word met for the first time | ${speed(normals, stem)} |`,
    `| for comparison: Intl.Segmenter, cutting alone | ${speed(texts, (text) => [...segmenter.segment(text)].length)} |`,
  ].join('\n');
}

/** The best of five rounds, in words a second, to two digits. */
function speed(texts: readonly string[], work: (text: string) => unknown): string {
  const count = texts.reduce((sum, text) => sum + text.split(' ').length, 0);
  const seconds = Array.from({ length: 5 }, () => {
    const start = performance.now();
    for (const text of texts) work(text);
    return (performance.now() - start) / 1000;
  });
  return Number((count / Math.min(...seconds)).toPrecision(2)).toLocaleString('en');
}

function missedBy(form: string, family: Family): string[] {
  return family.forms.filter((asked) => !findsAsSearchDoes(asked, form));
}

function row(name: string, figures: ReturnType<typeof measure>): string {
  const { families, forms, pairs, recall, recallOfForms, otherPairs, falsePerThousand } = figures;
  const cells = [families, forms, pairs, recall.toFixed(4), recallOfForms.toFixed(4), otherPairs];
  return `| ${[name, ...cells, falsePerThousand.toFixed(2)].join(' | ')} |`;
}
