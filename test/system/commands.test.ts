// What the documents tell to type works on the data of the service, not on that of the checkout.
import { readFileSync } from 'node:fs';
import t from 'tap';
import { inProject } from '../../src/project.ts';

const page = readFileSync(inProject('docs', 'operations.md'), 'utf8');
const unit = readFileSync(inProject('ops', 'summit-record@.service'), 'utf8');

t.test('each command that reads or writes the database says which', async (t) => {
  const [, database] = /^Environment=DATABASE=(.+)$/m.exec(unit) ?? [];
  const blocks = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block);
  const commands = blocks.filter((block) => /npm run ingest/.test(block));
  t.ok(commands.length >= 2);
  for (const block of commands) {
    const first = block.slice(0, block.search(/npm run ingest/));
    t.match(first, /\bDATABASE=\//, block);
    t.match(block, String(database), block);
  }
});
