// What a request costs the database: a number of SQL statements that is small and does not grow with the answer.
import Sqlite from 'better-sqlite3';
import t, { type Test } from 'tap';
import { testApp } from '../support/app.ts';
import { exampleUrl, paths } from '../support/examples.ts';
import { fixture, madeUp } from '../support/fixture.ts';
import { listRoutes, pathOf } from '../support/lists.ts';

/** The most that an item and a list may cost once the names and filters are known. */
const most = { item: 2, list: 4 };

/** An app over many statements, and a function that gives the SQL that a request costs once all is warm. */
async function counting(t: Test) {
  const { database: file } = await fixture(t, madeUp(300, 3));
  const executed: string[] = [];
  const database = new Sqlite(file, { readonly: true, verbose: (sql) => executed.push(String(sql)) });
  const { ask } = await testApp(t, { database, cacheBytes: 1 });
  const costOf = async (url: string): Promise<string[]> => {
    await ask(url);
    executed.length = 0;
    const response = await ask(url);
    t.equal(response.statusCode, 200, url);
    return [...executed];
  };
  return { costOf, executed, ask, database };
}

const questions = [
  '/statements?',
  '/statements?speaker=putin',
  '/statements?speaker=putin,trump&outlet=bbc&sort=-renditions',
  '/statements?topic=ukraine-war&mode=!direct&since=2025&sort=saidOn',
  '/people?',
  '/organizations?sort=-statements',
  '/claims?event=alaska-2025',
  '/events/alaska-2025/claims?',
];

t.test('a list costs the same however long it is', async (t) => {
  const { costOf, ask } = await counting(t);
  for (const question of questions) {
    const one = await costOf(`${question}&limit=1`.replace('?&', '?'));
    const hundred = await costOf(`${question}&limit=100`.replace('?&', '?'));
    t.ok(hundred.length <= one.length, `${question}: no more statements for a hundred than for one`);
    t.ok(one.length <= most.list, `${question}: ${one.length} statements, at most ${most.list}`);
    const { next } = (await ask(`${question}&limit=1`.replace('?&', '?'))).json().page;
    const second = await costOf(pathOf(next));
    t.ok(second.length <= one.length + 2, `${question}: later pages find their place with two more at most`);
  }
});

t.test('every list and item that the description names', async (t) => {
  const { costOf } = await counting(t);
  const lists = listRoutes.map(({ template }) => template);
  const items = paths.filter(
    (path) => /^\/\w+\/\{id\}$/.test(path) && !/^\/(?:statements|problems)/.test(path),
  );
  for (const path of [...lists, ...items].filter((each) => !each.startsWith('/renditions/'))) {
    const executed = await costOf(exampleUrl(path));
    const bound = items.includes(path) ? most.item : most.list;
    t.ok(executed.length <= bound, `${path}: ${executed.length} statements, at most ${bound}`);
  }
});

t.test('what has not changed costs no reading of answers', async (t) => {
  const { executed, ask } = await counting(t);
  const { headers } = await ask('/statements?limit=100');
  executed.length = 0;
  const response = await ask('/statements?limit=100', {
    headers: { 'if-none-match': String(headers['etag']) },
  });
  t.equal(response.statusCode, 304);
  t.same(
    executed.filter((sql) => /\bbody\b/.test(sql)),
    [],
  );
});

t.test('a list is found through sets and indexes, not by reading or sorting everything', async (t) => {
  const { costOf, database } = await counting(t);
  for (const question of questions) {
    const selects = (await costOf(`${question}&limit=20`)).filter((sql) => /^\s*SELECT/i.test(sql));
    t.ok(selects.length > 0, `${question}: reads`);
    for (const sql of selects) {
      const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
      const name = `${question}: ${sql.replace(/\s+/g, ' ').slice(0, 90)}`;
      const scans = steps.filter(({ detail }) => /^SCAN (?!json_each\b|CONSTANT\b|\(subquery)/.test(detail));
      t.same(scans, [], `${name}: nothing is scanned but what the request holds`);
      const sorts = steps.filter(({ detail }) => detail.startsWith('USE TEMP B-TREE'));
      if (!sql.includes('json_each')) t.same(sorts, [], `${name}: nothing is sorted but a page`);
    }
  }
});
