// The project's own seeds: they load, they are located, and where the articles are at hand every word of them is proven.
import { existsSync } from 'node:fs';
import path from 'node:path';
import t from 'tap';
import { verify } from '../../src/authoring/articles/verify.ts';
import { formatProblem } from '../../src/ingest/check/problems.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { inProject } from '../../src/project.ts';
import { query } from './world.ts';

const articles = inProject('..', 'shared', 'articles');

t.test('load without a problem, twice the same', async (t) => {
  const database = path.join(t.testdir(), 'seeds.sqlite');
  const first = await ingest({ database, paths: [inProject('seeds')] });
  t.strictSame(first.problems.map(formatProblem), []);
  const second = await ingest({ database, paths: [inProject('seeds')], prune: true });
  t.equal(second.versionAfter, first.versionAfter);
  t.strictSame(query(database, 'PRAGMA foreign_key_check'), []);
  const bare = query(database, 'SELECT id FROM statement WHERE id NOT IN (SELECT statement FROM rendition)');
  t.strictSame(bare, [], 'every statement is reported by someone');
  for (const table of ['rendition', 'claim', 'source']) {
    const notes = `SELECT id FROM ${table} WHERE note IS NOT NULL`;
    t.ok(query(database, notes).length > 0, table);
    const lacking = query(database, `${notes} AND (note ->> 'en' IS NULL OR note ->> 'ar' IS NULL)`);
    t.strictSame(lacking, [], `every note of a ${table} is in English and Arabic`);
  }
});

t.test(
  'are proven against the articles',
  { skip: !existsSync(articles) && 'the articles are not at hand' },
  async (t) => {
    const { problems, proven } = verify(articles, inProject('seeds'));
    t.strictSame(problems.map(formatProblem), []);
    t.ok(
      proven.sources >= 5 && proven.renditions >= 100 && proven.quotes >= 50 && proven.claims >= 10,
      JSON.stringify(proven),
    );
  },
);
