// GET /problems: a page about each error code.
import t from 'tap';
import { problemCodes } from '../../src/http/problem.ts';
import { testApp } from '../support/app.ts';
import { isProblem } from '../support/problems.ts';

t.test('every code has a page with a way out', async (t) => {
  const { get } = await testApp(t);
  const { data } = await get<{ data: { code: string; wayOut: string }[] }>('/problems');
  t.same(
    data.map(({ code }) => code),
    Object.keys(problemCodes),
  );
  for (const page of data) {
    t.same(await get(`/problems/${page.code}`), page, page.code);
    t.ok(page.wayOut.length > 10, `${page.code}: says what to do`);
  }
});

t.test('an unknown code', async (t) => {
  const { ask } = await testApp(t);
  for (const code of ['nothing', 'toString', '__proto__', 'unknown-i']) {
    isProblem(t, await ask(`/problems/${code}`), 'unknown-id', code);
  }
});
