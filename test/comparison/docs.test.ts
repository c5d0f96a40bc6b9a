/** Asserts that the figures and the rules that docs/comparison.md and docs/discrepancies.md show are those of the code. */
import { readFileSync } from 'node:fs';
import t from 'tap';
import { wordings } from '../../src/comparison/wording.ts';
import { rules } from '../../src/discrepancies/relations.ts';
import { comparisonTables } from '../figures/comparison.ts';
import { fill } from '../figures/fill.ts';
import { testApp } from '../support/app.ts';

const textOf = (document: string): string => readFileSync(document, 'utf8');

t.test('figures', async (t) => {
  const { get } = await testApp(t);
  for (const [document, contents] of Object.entries(await comparisonTables(get))) {
    for (const [name, table] of Object.entries(contents)) {
      const text = textOf(document);
      t.equal(fill(text, name, table), text, `${document}, ${name}: run the command that the page names`);
    }
  }
});

t.test('every rule has its row', async (t) => {
  const rows = textOf('docs/discrepancies.md').split('\n');
  for (const [rule, relation] of Object.entries(rules)) {
    const row = rows.find((each) => each.startsWith(`| \`${rule}\` |`));
    t.ok(row?.includes(`| ${relation} |`), `${rule}: ${relation}`);
  }
});

t.test('every verdict has its row', async (t) => {
  const rows = textOf('docs/comparison.md').split('\n');
  for (const wording of wordings)
    t.ok(rows.filter((row) => row.startsWith(`| \`${wording}\` |`)).length >= 2, wording);
});
