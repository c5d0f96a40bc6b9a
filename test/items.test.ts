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
