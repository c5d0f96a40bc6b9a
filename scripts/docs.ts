// Writes the answers of the examples in README.md and docs/ anew, from seeds/.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readConfig } from '../src/config.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { inProject } from '../src/project.ts';
import { buildApp } from '../src/server/app.ts';
import { openForReading } from '../src/sqlite/open.ts';
import { storeOf } from '../src/sqlite/store.ts';
import { refreshExamples } from './examples.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'summit-record-docs-'));
const file = path.join(folder, 'seeds.sqlite');
await ingest({ database: file, paths: [inProject('seeds')] });
const loadLimits = { maxEventLoopDelay: 0 }; // on a busy machine examples are answered, too
const app = await buildApp({
  store: storeOf(openForReading(file)),
  config: { ...readConfig({}), RATE_LIMIT: 0 },
  loadLimits,
});

const documents = ['README.md', ...readdirSync(inProject('docs')).map((name) => `docs/${name}`)];
for (const document of documents.filter((name) => name.endsWith('.md')).map((name) => inProject(name))) {
  writeFileSync(document, await refreshExamples(readFileSync(document, 'utf8'), app));
}

await app.close();
rmSync(folder, { recursive: true });
