// More than the main thread can answer: some are turned away at once, and all are answered again when it is over.
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import t from 'tap';
import { Queue } from '../../../src/http/gate/queue.ts';
import { isProblem } from '../../support/problems.ts';
import { fetched, listening, until } from '../../workers/listening.ts';

/** Everybody waits for too long. */
const always = { longest: -1, patience: 0, few: 0 };

t.test(
  'what would have to be worked out is turned away; what is kept, and health, is answered',
  async (t) => {
    const { port } = await listening(t, { size: 0, bounds: always, settings: { RATE_LIMIT: 100 } });
    const { status, headers, body } = await fetched(port, '/people/putin');
    isProblem(t, { statusCode: status, headers, body: body.toString() }, 'overloaded');
    t.match(headers, {
      'retry-after': /^[123]$/,
      ratelimit: /^"default"/,
      'access-control-allow-origin': '*',
    });
    t.equal((await fetched(port, '/people/putin', { method: 'HEAD' })).body.length, 0, 'a HEAD has no body');
    for (const url of ['/health/live', '/health/ready']) t.equal((await fetched(port, url)).status, 200, url);
  },
);

t.test('not all are told to come back at the same moment', async (t) => {
  const { port, lines } = await listening(t, { size: 0, bounds: always });
  const waits = new Set<unknown>();
  for (const _ of [1, 2, 3]) waits.add((await fetched(port, '/people/putin')).headers['retry-after']);
  t.equal(waits.size, 3);
  await until(() => lines.some(({ msg }) => msg === 'turned away'));
});

/** A page for each number, each another one. */
const neverAsked = (at: number): string =>
  `/statements?limit=${1 + (at % 100)}&since=${1900 + Math.floor(at / 100)}-01-01`;

/** Sends all requests before it reads the first answer, over one connection; gives the status of each. */
async function askedAtOnce(port: number, urls: readonly string[]): Promise<string[]> {
  const socket = connect(port).setEncoding('latin1');
  socket.write(urls.map((url) => `GET ${url} HTTP/1.1\r\nHost: record.example\r\n\r\n`).join(''));
  let text = '';
  for await (const piece of socket) {
    text += piece;
    const statuses = [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => String(status));
    if (statuses.length === urls.length && text.endsWith('}')) return statuses;
  }
  throw new Error(`closed after ${text.slice(-500)}`);
}

t.test('a storm is answered in part, nobody is left waiting, and then all are answered', async (t) => {
  const { port } = await listening(t, {
    size: 0,
    bounds: { slice: 1, shortSlice: 1, longest: 0, patience: 0 },
  });
  t.equal((await fetched(port, '/people/putin')).status, 200);
  t.equal((await fetched(port, '/people/putin')).status, 200, 'it is kept from here on');
  const urls = Array.from({ length: 200 }, (_, at) => [neverAsked(at), '/people/putin']).flat();
  const statuses = await askedAtOnce(port, urls);
  const [others, kept] = [0, 1].map((rest) => statuses.filter((_, at) => at % 2 === rest));
  t.same([...new Set(others)].sort(), ['200', '503'], 'some are answered, some are turned away');
  t.same(new Set(kept), new Set(['200']), 'what is kept is not');
  t.equal((await fetched(port, '/statements?limit=99')).status, 200, 'it is over');
});

t.test('who connects does not wait for all who are connected, again and again', async (t) => {
  const { port } = await listening(t, { size: 0, bounds: { longest: 1e9 } });
  const agent = new Agent({ keepAlive: true, maxSockets: 40 });
  t.teardown(() => agent.destroy());
  let [asked, answered, isOver] = [0, 0, false];
  const ask = (): unknown =>
    isOver ||
    get({ agent, port, path: neverAsked(asked++) }, (response) => {
      answered += 1;
      response.resume().on('end', ask);
    }).on('error', () => undefined); // at the end
  for (let at = 0; at < 40; at += 1) ask();
  await until(() => answered > 200);
  const before = answered;
  const newcomers = Array.from({ length: 100 }, () => fetched(port, '/people/putin'));
  for (const { status } of await Promise.all(newcomers)) if (status !== 200) t.fail(`answered ${status}`);
  isOver = true;
  t.ok(answered - before < 1_000, `${answered - before} others were answered before 100 newcomers`);
});

interface Waiting {
  began: number;
  name: number;
}

/** A queue that takes note of whom it handles, and whether as one too many. */
function queueOf(
  bounds: ConstructorParameters<typeof Queue>[2],
  work: (name: number) => void = () => undefined,
) {
  const handled: [name: number, isOneTooMany: boolean][] = [];
  const queue = new Queue<Waiting>(
    ({ name }, isOneTooMany) => {
      handled.push([name, isOneTooMany]);
      work(name);
    },
    () => compressing.now,
    bounds,
  );
  const compressing = { now: 0 };
  const take = (name: number, age = 0) => queue.take({ name, began: performance.now() - age });
  return { queue, handled, compressing, take };
}

const names = ({ handled }: ReturnType<typeof queueOf>) => handled.map(([name]) => name);

/** Lets a turn of the event loop end. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

const busy = (milliseconds: number): void => {
  for (const end = performance.now() + milliseconds; performance.now() < end; );
};

t.test('each turn handles what it has time for, in order', async (t) => {
  const all = queueOf({ slice: 400, shortSlice: 0 }, (name) => busy([4, 7].includes(name) ? 600 : 0));
  await turn();
  all.take(0);
  await turn();
  all.take(1);
  await turn(); // two turns without a connection
  for (let name = 2; name < 12; name += 1) all.take(name);
  t.same(names(all), [0, 1, 2, 3, 4], 'three at once');
  await turn();
  t.same(names(all), [0, 1, 2, 3, 4, 5, 6, 7], 'three in the next turn');
  all.queue.connected();
  all.take(12);
  await turn();
  t.same(names(all).length, 9, 'where somebody connects, one');
  while (all.queue.length > 0) await turn();
  t.same(
    names(all),
    Array.from({ length: 13 }, (_, at) => at),
  );
  t.notOk(
    all.handled.some(([, isOneTooMany]) => isOneTooMany),
    'a burst is no overload',
  );
});

t.test(
  'whoever waited for too long is one too many, until there was a moment when nobody waited',
  async (t) => {
    const all = queueOf({ slice: 0, shortSlice: 0, longest: 1_000, patience: 0, few: 0 });
    all.take(0, 5_000);
    all.take(1);
    all.take(2, 2_000);
    all.take(3);
    while (all.queue.length > 0) await turn();
    t.same(all.handled, [
      [0, true],
      [1, false],
      [2, true],
      [3, false],
    ]);
    const patient = queueOf({ slice: 0, shortSlice: 0, longest: 1_000, patience: 1_000_000, few: 0 });
    patient.take(0, 5_000);
    await turn();
    t.same(patient.handled, [[0, false]], 'it does not last long enough');
    const kind = queueOf({ slice: 0, shortSlice: 0, longest: 1_000, patience: 0, few: 2 });
    for (let name = 0; name < 4; name += 1) kind.take(name, 5_000);
    while (kind.queue.length > 0) await turn();
    const late = [
      [0, true],
      [1, true],
      [2, false],
      [3, false],
    ];
    t.same(kind.handled, late, 'where few wait, each is answered');
  },
);

t.test('no more wait than there is room for', async (t) => {
  const all = queueOf({ slice: 0, shortSlice: 0, mostWaiting: 2_500 });
  for (let name = 0; name <= 2_500; name += 1) all.take(name);
  t.same(all.handled, [[2_500, true]], 'one too many is told so at once');
  while (all.queue.length > 0) await turn();
  t.equal(all.handled.length, 2_501);
  t.same(
    names(all).slice(1),
    names(all)
      .slice(1)
      .sort((a, b) => a - b),
    'in order',
  );
});

t.test('answers that wait for their compression', async (t) => {
  const all = queueOf({ patience: 0, mostCompressing: 4 });
  all.compressing.now = 5;
  all.take(0);
  await turn();
  all.take(1);
  all.compressing.now = 4;
  all.take(2);
  await turn();
  t.same(all.handled, [
    [0, true],
    [1, true],
    [2, false],
  ]);
});
