// What the documents show is what the API answers, and what they name exists.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { refreshExamples, requestsIn } from '../../scripts/examples.ts';
import { inProject } from '../../src/project.ts';
import { openForReading } from '../../src/sqlite/open.ts';
import { testApp } from '../support/app.ts';
import { seedsDatabase } from '../support/prepared.ts';

const documents = [
  ...readdirSync(inProject('.')).filter((name) => name.endsWith('.md')),
  ...readdirSync(inProject('docs'), { recursive: true }).map((name) => path.join('docs', String(name))),
  path.join('seeds', 'README.md'),
].filter((name) => name.endsWith('.md'));

const textOf = (document: string): string => readFileSync(inProject(document), 'utf8');

t.test('every example answers what stands under it', async (t) => {
  const { app } = await testApp(t);
  let examples = 0;
  for (const document of documents) {
    const text = textOf(document);
    t.equal(await refreshExamples(text, app), text, `${document} (npm run docs writes the answers anew)`);
    examples += requestsIn(text).length;
  }
  t.ok(examples >= 10, `${examples} examples`);
});

t.test('every example that only shows a command works, too', async (t) => {
  const { app } = await testApp(t);
  for (const { url, headers } of documents.flatMap((document) => requestsIn(textOf(document)))) {
    const { statusCode } = await app.inject({ url: url.slice('http://127.0.0.1:3000'.length), headers });
    t.ok(statusCode < 500, `${url} answers ${statusCode}`);
  }
});

t.test('an example that cannot be run is refused', async (t) => {
  const { app } = await testApp(t);
  await t.rejects(
    refreshExamples("```sh\ncurl 'https://example.org/'\n```\n\n```json\n{}\n```", app),
    /something else/,
  );
});

t.test('every command, file and folder that is named exists', async (t) => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  for (const document of documents) {
    const text = textOf(document);
    for (const [, script = ''] of text.matchAll(/\bnpm run ([\w:-]+)/g))
      t.ok(scripts[script], `${document}: npm run ${script}`);
    for (const [, link = ''] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)) {
      t.ok(existsSync(path.join(path.dirname(inProject(document)), link)), `${document} links to ${link}`);
    }
    for (const [, name = ''] of text.matchAll(
      /`((?:src|test|seeds|scripts|migrations|docs|bench)\/[\w./-]*\w)`/g,
    )) {
      t.ok(existsSync(inProject(name)), `${document} names ${name}`);
    }
  }
});

t.test('every query of docs/sql.md runs, and finds something', (t) => {
  const database = openForReading(seedsDatabase);
  t.teardown(() => database.close());
  const queries = [...textOf(path.join('docs', 'sql.md')).matchAll(/```sql\n([\s\S]*?)```/g)];
  t.ok(queries.length >= 3);
  for (const [, query = ''] of queries) t.ok(database.prepare(query).all().length > 0, query);
  const views = [...textOf(path.join('docs', 'sql.md')).matchAll(/^\| (`[^|]+) \|/gm)].flatMap(
    ([, names = '']) => [...names.matchAll(/`(\w+)`/g)].map(([, name]) => String(name)),
  );
  const known = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
    .pluck()
    .all();
  t.same(views.sort(), known, 'every view, and no other');
  t.end();
});
