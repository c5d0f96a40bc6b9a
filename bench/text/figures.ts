/** Makes the table of figures in `docs/search.md`, and puts a table into a document between its marks. */
import { findsAsSearchDoes, measure, STEPS } from '../../test/text/measure-families.ts';
import { FAMILIES, type Family, HELD_OUT_FAMILIES } from '../../test/text/word-families.ts';

/** The document that shows the figures, from the folder of this project. */
export const DOCUMENT = 'docs/search.md';

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

/** The document with `content` between `<!-- name -->` and `<!-- /name -->`. Throws where the marks are missing. */
export function fill(document: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = document.indexOf(open);
  const end = document.indexOf(close);
  if (start < 0 || end < start) throw new Error(`${DOCUMENT} has no '${open}' before a '${close}'`);
  return `${document.slice(0, start)}${open}\n${content}\n${document.slice(end)}`;
}

function missedBy(form: string, family: Family): string[] {
  return family.forms.filter((asked) => !findsAsSearchDoes(asked, form));
}

function row(name: string, figures: ReturnType<typeof measure>): string {
  const { families, forms, pairs, recall, recallOfForms, otherPairs, falsePerThousand } = figures;
  const cells = [families, forms, pairs, recall.toFixed(4), recallOfForms.toFixed(4), otherPairs];
  return `| ${[name, ...cells, falsePerThousand.toFixed(2)].join(' | ')} |`;
}
