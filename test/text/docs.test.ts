/** Asserts that what docs/search.md shows is what the code does. */
import { readFileSync } from 'node:fs';
import t from 'tap';
import { nameKeys } from '../../src/text/name-key.ts';
import { normalise } from '../../src/text/normalise.ts';
import { stem } from '../../src/text/stem.ts';
import { words } from '../../src/text/words.ts';
import { fill } from '../figures/fill.ts';
import { familyTable, missedTable } from '../figures/search.ts';

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

t.test('examples', async (t) => {
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

t.test('figures', async (t) => {
  const again = 'run the command that the page names';
  t.equal(fill(document, 'families', familyTable()), document, again);
  t.equal(fill(document, 'missed', missedTable()), document, again);
  t.throws(() => fill('', 'families', ''), /no '<!-- families -->'/);
});
