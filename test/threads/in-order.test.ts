// Work that is shared with threads comes back in its order, and ends where a thread cannot go on.
import path from 'node:path';
import t from 'tap';
import { DatabaseError } from '../../src/database/errors.ts';
import { inOrder } from '../../src/threads/in-order.ts';

const crew = { script: path.join(import.meta.dirname, 'odd-thread.ts'), threads: 2, data: {} };

async function collect(orders: Iterable<string>): Promise<string[]> {
  const results: string[] = [];
  for await (const result of inOrder<string, string>(crew, orders)) results.push(result);
  return results;
}

t.test('results come in the order of the pieces', async (t) => {
  const orders = Array.from({ length: 50 }, (_, at) => `piece ${at}`);
  t.same(
    await collect(orders),
    orders.map((order) => `${order} done`),
  );
  t.same(await collect([]), []);
});

for (const order of ['fail', 'end']) {
  t.test(`a thread that has to ${order} ends the work`, async (t) => {
    const orders = ['one', order, 'two', 'three', 'four', 'five', 'six', 'seven'];
    const error: unknown = await collect(orders).catch((thrown: unknown) => thrown);
    t.ok(error instanceof DatabaseError);
    t.match(error, { message: /^a thread that the work was shared with has ended: / });
  });
}

t.test('what arrives after nobody wants more is let go', async (t) => {
  function* orders(): Generator<string> {
    for (let at = 0; at < 20; at++) {
      const until = performance.now() + (at < 4 ? 0 : 50);
      while (performance.now() < until); // the threads go on, and what they send gathers here
      yield `piece ${at}`;
    }
  }
  const results: string[] = [];
  for await (const result of inOrder<string, string>(crew, orders())) {
    if (results.push(result) === 6) break;
  }
  t.equal(results.at(-1), 'piece 5 done');
});

t.test('what the pieces are read from may fail, too', async (t) => {
  function* orders(): Generator<string> {
    yield 'one';
    throw new RangeError('no more of it');
  }
  await t.rejects(collect(orders()), RangeError);
});
