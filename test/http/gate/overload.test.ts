// More than the main thread can answer: some are turned away at once, and all are answered again when it is over.
import t from 'tap';
import { Pressure } from '../../../src/http/gate/pressure.ts';
import { isProblem } from '../../support/problems.ts';
import { fetched, listening, until } from '../../workers/listening.ts';

/** Every turn is one too long, and only a pause of so many milliseconds ends the overload. */
const always = (rest: number) => ({ longest: -1, patience: 0, rest });

t.test(
  'what would have to be worked out is turned away; what is kept, and health, is answered',
  async (t) => {
    const { port } = await listening(t, {
      size: 0,
      bounds: always(1_000_000),
      settings: { RATE_LIMIT: 100 },
    });
    t.equal((await fetched(port, '/health/live')).status, 200);
    const { status, headers, body } = await fetched(port, '/people/putin');
    const text = body.toString();
    isProblem(t, { statusCode: status, headers, body: text }, 'overloaded');
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
  const { port } = await listening(t, { size: 0, bounds: always(1_000_000) });
  await fetched(port, '/health/live');
  const waits = new Set<unknown>();
  for (const _ of [1, 2, 3]) waits.add((await fetched(port, '/people/putin')).headers['retry-after']);
  t.equal(waits.size, 3);
});

t.test('when it is over, all are answered', async (t) => {
  const { port, lines } = await listening(t, { size: 0, bounds: always(300) });
  t.equal((await fetched(port, '/people/putin')).status, 200, 'the first is no overload');
  await until(async () => (await fetched(port, '/people/trump')).status === 503);
  t.equal((await fetched(port, '/people/putin')).status, 503, 'it was asked once, and is not kept');
  await until(() => lines.some(({ msg }) => msg === 'turned away'));
  t.equal((await fetched(port, '/people/putin')).status, 200, 'after a pause');
});

t.test('an answer that is kept costs no more than to turn the client away', async (t) => {
  const { port } = await listening(t, { size: 0, bounds: always(300) });
  for (const _ of [1, 2]) {
    await until(async () => (await fetched(port, '/people/putin')).status === 200);
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  await until(async () => (await fetched(port, '/people/trump')).status === 503);
  t.equal((await fetched(port, '/people/putin')).status, 200);
});

/** Lets a turn of the event loop end. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

t.test('a burst is no overload, and one short turn ends it', async (t) => {
  const bounds = { longest: 10, patience: 1_000_000, rest: 1_000_000 };
  const burst = new Pressure(() => 0, bounds);
  burst.see(performance.now() - 50);
  await turn();
  const now = performance.now();
  burst.see(now);
  t.notOk(burst.isTooHigh(now + 500), 'it does not last long enough');
  const pressure = new Pressure(() => 0, { ...bounds, patience: 0, longest: 1_000_000 });
  pressure.see(performance.now() - 2_000_000);
  await turn();
  const began = performance.now();
  pressure.see(began);
  t.notOk(pressure.isTooHigh(began), 'a turn has time for what comes first');
  t.ok(pressure.isTooHigh(began + 2_000_000), 'and not for what comes when its time is over');
  await turn();
  pressure.see(performance.now());
  t.notOk(pressure.isTooHigh(began + 4_000_000), 'the turn was short enough');
});

t.test('answers that wait for their compression', async (t) => {
  let waiting = 5;
  const pressure = new Pressure(() => waiting, {
    longest: 1_000_000,
    patience: 0,
    rest: 1_000_000,
    mostWaiting: 4,
  });
  pressure.see(performance.now());
  await turn();
  pressure.see(performance.now());
  t.ok(pressure.isTooHigh(performance.now()));
  waiting = 4;
  t.notOk(pressure.isTooHigh(performance.now()));
});
