// The figures, rules and examples in docs/search.md, docs/comparison.md and docs/discrepancies.md are those of the code.
import { readFileSync } from 'node:fs';
import t from 'tap';
import { rules } from '../../src/resources/discrepancies/relations.ts';
import { wordings } from '../../src/resources/statements/wording.ts';
import { nameKeys } from '../../src/text/name-key.ts';
import { normalise } from '../../src/text/normalise.ts';
import { stem } from '../../src/text/stem.ts';
import { words } from '../../src/text/words.ts';
import { testApp } from '../support/app.ts';
import { comparisonTables } from './figures/comparison.ts';
import { fill } from './figures/fill.ts';
import { familyTable, missedTable } from './figures/search.ts';

const textOf = (document: string): string => readFileSync(document, 'utf8');

t.test('figures of comparisons', async (t) => {
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

const document = readFileSync('docs/search.md', 'utf8');

/** The input and the output of each row of the table whose heading names the function. */
function examples(name: string): [input: string, output: string][] {
  const lines = document.split('\n');
  const heading = lines.findIndex((line) => line.startsWith('|') && line.includes(`\`${name}\``));
  const column = cells(lines[heading] ?? '').indexOf(`\`${name}\``);
  const rows = lines.slice(heading + 2, lines.indexOf('', heading));
  return rows.map((row) => [cells(row)[column] ?? '', cells(row)[column + 1] ?? '']);
}

function cells(row: string): string[] {
  return row.split('|').map((cell) => cell.trim());
}

t.test('examples of search', async (t) => {
  const shown: Record<string, (input: string) => string> = {
    normalise,
    words: (input) =>
      words(input)
        .map((word) => word.normal)
        .join(' '),
    stem: (input) => stem(normalise(input)),
  };
  for (const [name, compute] of Object.entries(shown)) {
    t.ok(examples(name).length > 3, `${name} has examples`);
    for (const [input, output] of examples(name)) t.equal(compute(input), output, `${name}: ${input}`);
  }
  for (const [input, output] of examples('nameKeys')) {
    const keys = nameKeys(input);
    const places = output.split(', ').map((key) => keys.indexOf(key));
    t.notOk(places.includes(-1), `nameKeys: ${input} tries ${output}`);
    t.same(
      places,
      places.toSorted((one, other) => one - other),
      'in this order',
    );
  }
});

t.test('figures of search', async (t) => {
  const again = 'run the command that the page names';
  t.equal(fill(document, 'families', familyTable()), document, again);
  t.equal(fill(document, 'missed', missedTable()), document, again);
  t.throws(() => fill('', 'families', ''), /no '<!-- families -->'/);
});

t.test('renditions of which no word is held', async (t) => {
  const { get } = await testApp(t);
  const total = async (url: string) => (await get<{ page: { total: number } }>(url)).page.total;
  const [all, unquoted] = [
    await total('/renditions?limit=1'),
    await total('/renditions?mode=indirect&limit=1'),
  ];
  for (const document of ['README.md', 'docs/api.md', 'openapi.yaml']) {
    const text = textOf(document).replace(/\s+/g, ' ');
    t.ok(text.includes(`${unquoted} of the ${all} renditions in the seeds quote nothing`), document);
  }
});
