/**
 * Writes the figures of the Alaska record into `docs/comparison.md` and `docs/discrepancies.md`.
 *
 *     node dist/bench/comparison/write.js
 */
import { readFileSync, writeFileSync } from 'node:fs';
import t from 'tap';
import { testApp } from '../../test/support/app.ts';
import { fill } from '../text/figures.ts';
import { tables } from './figures.ts';

t.test('figures', async (t) => {
  const { get } = await testApp(t);
  for (const [document, contents] of Object.entries(await tables(get))) {
    const before = readFileSync(document, 'utf8');
    const after = Object.entries(contents).reduce((text, [name, table]) => fill(text, name, table), before);
    writeFileSync(document, after);
    t.pass(`${document} holds the figures`);
  }
});
