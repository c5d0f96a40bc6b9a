// Writes the answers of the examples in README.md and docs/ anew, from seeds/.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { openForReading } from '../src/database/open.ts';
import { refreshExamples } from '../src/description/examples.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { inProject } from '../src/project.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'summit-record-docs-'));
const file = path.join(folder, 'seeds.sqlite');
await ingest({ database: file, paths: [inProject('seeds')] });
const database = openForReading(file);
const app = await buildApp({ database, config: readConfig({}) });

const documents = ['README.md', ...readdirSync(inProject('docs')).map((name) => `docs/${name}`)];
for (const document of documents.filter((name) => name.endsWith('.md')).map((name) => inProject(name))) {
  writeFileSync(document, await refreshExamples(readFileSync(document, 'utf8'), app));
}

await app.close();
database.close();
rmSync(folder, { recursive: true });
