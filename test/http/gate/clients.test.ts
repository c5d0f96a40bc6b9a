// What the gate remembers of clients: bounded, and nothing of a connection that has ended.
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import t from 'tap';
import { clientsBehind } from '../../../src/http/gate/clients.ts';
import { Quotas } from '../../../src/http/gate/quotas.ts';

t.test('a connection that has ended has no address any more', (t) => {
  const gone = () => new IncomingMessage(new Socket());
  t.equal(clientsBehind([])(gone()), clientsBehind(['127.0.0.1'])(gone()), 'all of them are one client');
  t.end();
});

t.test('only so many clients are remembered: who was away longest begins anew', (t) => {
  const quotas = new Quotas(10, 2);
  t.equal(quotas.take('a', 0).left, 9);
  t.equal(quotas.take('b', 0).left, 9);
  t.equal(quotas.take('a', 0).left, 8);
  t.equal(quotas.take('c', 0).left, 9);
  t.equal(quotas.take('a', 0).left, 7, 'who asks goes on being counted');
  t.equal(quotas.take('b', 0).left, 9, 'who was away is new');
  t.end();
});

t.test('a minute after the first request all are there again', (t) => {
  const quotas = new Quotas(1);
  t.equal(quotas.take('a', 1_000).left, 0);
  t.equal(quotas.take('a', 60_999).left, -1);
  t.equal(quotas.take('a', 60_999).left, -1, 'who goes on asking does not wait longer');
  t.equal(quotas.take('a', 61_000).left, 0);
  t.end();
});
