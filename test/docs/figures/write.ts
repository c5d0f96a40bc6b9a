/**
 * Writes the measured figures into docs/search.md, docs/comparison.md and docs/discrepancies.md. Tests check those that are
 * the same on every machine.
 *
 *     npm run build && node dist/test/support/prepare.js && node dist/test/docs/figures/write.js
 */
import { readFileSync, writeFileSync } from 'node:fs';
import t from 'tap';
import { testApp } from '../../support/app.ts';
import { comparisonTables } from './comparison.ts';
import { fill } from './fill.ts';
import { rankingTable } from './ranking.ts';
import { familyTable, missedTable, speedTable } from './search.ts';

t.test('figures', async (t) => {
  const { get } = await testApp(t);
  const search = {
    ...{ families: familyTable(), missed: missedTable(), speed: speedTable() },
    ranking: await rankingTable(get),
  };
  const documents = { ...(await comparisonTables(get)), 'docs/search.md': search };
  for (const [document, tables] of Object.entries(documents)) {
    const before = readFileSync(document, 'utf8');
    writeFileSync(
      document,
      Object.entries(tables).reduce((text, [name, table]) => fill(text, name, table), before),
    );
    t.pass(`${document} holds the figures`);
  }
});
