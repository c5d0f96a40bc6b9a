/** Asserts that any form of a word finds its other forms, and seldom another word. */
import t from 'tap';
import { findsAsSearchDoes, measure } from './measure-families.ts';
import { FAMILIES, HELD_OUT_FAMILIES } from './word-families.ts';

t.test('the families are what they say', async (t) => {
  const forms = FAMILIES.flatMap((family) => family.forms);
  t.ok(FAMILIES.length >= 40, `${FAMILIES.length} families`);
  t.ok(forms.length >= 250, `${forms.length} forms`);
  t.equal(new Set(forms).size, forms.length, 'no form is in two families, or twice in one');
});

t.test('any form finds the others', async (t) => {
  const figures = measure(FAMILIES, FAMILIES, findsAsSearchDoes);
  t.ok(figures.recall >= 0.95, `recall ${figures.recall}`);
  t.ok(
    figures.recallOfForms >= 0.95,
    `recall of forms that normalising does not join ${figures.recallOfForms}`,
  );
  t.ok(figures.falsePerThousand <= 2, `${figures.falsePerThousand} false hits in 1,000 pairs`);
});

t.test('so do those of families that no rule was made for', async (t) => {
  const figures = measure(HELD_OUT_FAMILIES, FAMILIES, findsAsSearchDoes);
  t.ok(figures.recallOfForms >= 0.95, `recall ${figures.recallOfForms}`);
  t.ok(figures.falsePerThousand <= 2, `${figures.falsePerThousand} false hits in 1,000 pairs`);
});
