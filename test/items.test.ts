// Every item of every collection says what its seed says, whole and in order, and says the same in its list.
import t from 'tap';
import { testApp } from './support/app.ts';
import { expectations, shapedLike } from './support/expected.ts';
import { walk } from './support/lists.ts';
import { seeds } from './support/seeds.ts';

const expected = expectations(seeds);

for (const [collection, items] of Object.entries(expected)) {
  t.test(`/${collection}`, async (t) => {
    const { get } = await testApp(t);
    const pages = await walk(get, `/${collection}?limit=100`);
    const listed = new Map(pages.flatMap(({ data }) => data.map((item) => [item.id, item])));
    t.equal(listed.size, items.length, 'the list holds each record of the seeds, and no other');
    t.equal(pages[0]?.page.total, items.length, 'and says so');
    for (const item of items) {
      const id = String(item['id']);
      const body = await get<{ id: string }>(`/${collection}/${id}`);
      t.same(shapedLike(body, item), item, `${id}: as in the seeds`);
      t.same(listed.get(id), body, `${id}: the same in the list`);
    }
  });
}

t.test('fields can name any language, and what no field comes near is refused without a hint', async (t) => {
  const { ask, get } = await testApp(t);
  t.strictSame(await get('/people/putin?fields=name.ru'), { name: { ru: 'Владимир Путин' } });
  for (const fields of ['name.xx1', 'zzzzzzzzzzzzzzzzzzzz', 'qq.zz']) {
    const refused = await ask(`/people/putin?fields=${fields}`);
    t.equal(refused.statusCode, 400, fields);
  }
  t.equal((await ask('/people/putin?fields=zzzzzzzzzzzzzzzzzzzz')).json().hint, undefined);
  t.equal((await ask('/statements?month=2025-13')).statusCode, 400);
});
