// Walking a list page by page gives the whole list, each item once, under every sort and limit, and backwards too.
import t from 'tap';
import { testApp } from '../support/app.ts';
import { fixture, madeUp } from '../support/fixture.ts';
import { idsOf, type ListBody, listRoutes, pathOf, turnedRound, walk } from '../support/lists.ts';

t.not(listRoutes.length, 0, 'the description names lists');

for (const { path, sorts } of listRoutes) {
  t.test(`${path}: pages of every size are the whole list`, async (t) => {
    const { get } = await testApp(t);
    for (const sort of sorts) {
      const whole = await idsOf(get, `${path}?sort=${sort}`);
      t.equal(new Set(whole).size, whole.length, `${sort}: nothing comes twice`);
      for (const limit of [1, 2, 7, 20, 100]) {
        const pages = await walk(get, `${path}?sort=${sort}&limit=${limit}`);
        const ids = pages.flatMap(({ data }) => data.map(({ id }) => id));
        t.same(ids, whole, `${sort}, ${limit} at a time`);
        t.ok(
          pages.slice(0, -1).every(({ data }) => data.length === limit),
          `${sort}, ${limit} at a time: every page but the last is full`,
        );
        t.ok(
          pages.every(({ page }) => page.total === whole.length && page.limit === limit),
          `${sort}, ${limit} at a time: each page says how many there are in all`,
        );
      }
      const reversed = await idsOf(get, `${path}?sort=${turnedRound(sort)}`);
      t.same(reversed, [...whole].reverse(), `${sort} turned round`);
    }
  });
}

t.test('a list of hundreds, filtered, with many ties', async (t) => {
  const { database } = await fixture(t, madeUp(300, 7));
  const { get } = await testApp(t, { database });
  for (const asked of [
    '',
    '&speaker=!putin',
    '&mode=direct&until=2025',
    '&outlet=bbc,unstated&topic=!territory',
  ]) {
    for (const sort of ['saidOn', '-saidOn', 'renditions', '-renditions']) {
      const url = `/statements?sort=${sort}${asked}`;
      const whole = await idsOf(get, url);
      t.ok(whole.length > 20, `${url}: more than a page`);
      t.equal(new Set(whole).size, whole.length, `${url}: nothing comes twice`);
      t.same(await idsOf(get, `${url}&limit=13`), whole, `${url}: by thirteens`);
    }
  }
});

t.test('the default is twenty, newest first', async (t) => {
  const { get } = await testApp(t);
  const body = await get<ListBody>('/statements');
  t.equal(body.data.length, 20);
  t.equal(body.page.limit, 20);
  t.same(body.data, (await get<ListBody>('/statements?sort=-saidOn&limit=20')).data);
});

t.test('the Link header says what the body says', async (t) => {
  const { ask } = await testApp(t);
  for (const url of [
    '/statements?limit=5',
    '/people?limit=3&country=RU&sort=-statements',
    '/topics?limit=100',
  ]) {
    const response = await ask(url, { headers: { host: 'api.example:8080' } });
    const { next } = response.json<ListBody>().page;
    const [, linked = null] = /<([^>]*)>; rel="next"/.exec(String(response.headers['link'])) ?? [];
    t.equal(linked, next, url);
    if (next !== null)
      t.match(next, /^http:\/\/api\.example:8080\//, `${url}: a whole URL, as the client asked`);
  }
});

t.test('with a public address, that is where pages are', async (t) => {
  const { get } = await testApp(t, { PUBLIC_URL: 'https://record.example' });
  const { page } = await get<ListBody>('/statements');
  t.match(page.next, /^https:\/\/record\.example\/statements\?cursor=/);
});

t.test('the next page keeps the question, in any script', async (t) => {
  const { get } = await testApp(t);
  const asked = `speaker=${encodeURIComponent('بوتين')}&speaker=!trump&sort=saidOn&limit=3`;
  const { page } = await get<ListBody>(`/statements?${asked}`);
  const next = new URL(String(page.next)).searchParams;
  t.same(next.getAll('speaker').sort(), ['!trump', 'putin'], 'names as ids');
  t.equal(next.get('sort'), 'saidOn');
  t.equal(next.getAll('cursor').length, 1);
  const second = await get<ListBody>(pathOf(String(page.next)));
  t.equal(new URL(String(second.page.next)).searchParams.getAll('cursor').length, 1, 'and only one cursor');
});

t.test('limits', async (t) => {
  const { ask } = await testApp(t);
  for (const limit of ['1', '100', '007']) {
    const response = await ask(`/statements?limit=${limit}`);
    t.equal(response.json<ListBody>().page.limit, Number(limit), `limit=${limit}`);
  }
  for (const limit of [
    '0',
    '-1',
    '101',
    '1000',
    '1.5',
    '1e2',
    '0x10',
    '',
    'ten',
    '١٠',
    ' 5',
    '5 ',
    'NaN',
    'Infinity',
  ]) {
    const response = await ask(`/statements?limit=${encodeURIComponent(limit)}`);
    t.equal(response.statusCode, 400, `limit=${limit}`);
    t.match(response.json(), { code: 'invalid-parameter', param: 'limit' }, `limit=${limit}`);
  }
});
