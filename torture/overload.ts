// Offers three times what the server can do, and looks at what becomes of it: what is served, how fast, and how it recovers.
import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../bench/performance/dataset/random.ts';
import { fetchJson } from './generated/vocabulary.ts';
import { askInTurn, offer } from './load/loops.ts';
import { failureTexts, latencyText, type Results } from './load/results.ts';
import { type Ask, learnTraffic, type Mix } from './load/traffic.ts';
import { generatedDatabase, type Serving, whileServing } from './serving.ts';
import type { Outcome, Scale, Trial } from './trial.ts';
import { Connection } from './wire/connection.ts';

export const overload: Trial = {
  id: 'overload',
  part: 'Under load and in operation',
  promise:
    'Beyond what it can do the server turns away with 503 and `Retry-After`, serves the rest in time, and recovers by itself.',
  async run(scale, folder, say) {
    const { statements, capacity, calm, storm } = scales[scale];
    const database = await generatedDatabase(folder, statements);
    return whileServing(folder, { database, environment: { THREADS: '1' }, core: 0 }, async (serving) => {
      await wait(1_000); // so that threads answer what is heavy
      const next = await learnTraffic((url) => fetchJson(serving.origin + url), new Random(1), mix);
      await askInTurn(serving.port, 32, capacity / 2, next); // warms up
      const measured = await askInTurn(serving.port, 32, capacity, next);
      const can = measured.served / capacity;
      say(`capacity ${can.toFixed(0)} requests a second`);
      const before = await offer(serving.port, can / 2, calm, next);
      const during = await offer(serving.port, can * times, storm, next);
      const recovered = await recovery(serving, next);
      const after = await offer(serving.port, can / 2, calm, next);
      const seen = { can, before, during, after, recovered };
      return { figures: figuresOf(seen, storm, scale), broken: brokenBy(seen, scale, storm) };
    });
  },
};

/** The load, as a multiple of what the server can do. */
const times = 3;

const mix: Mix = { list: 60, item: 25, search: 12, facets: 3 };

/** Seconds of each part. */
const scales: Record<Scale, { statements: number; capacity: number; calm: number; storm: number }> = {
  short: { statements: 2_000, capacity: 1, calm: 1, storm: 2 },
  full: { statements: 20_000, capacity: 8, calm: 10, storm: 60 },
};

interface Seen {
  /** Requests a second. */
  can: number;
  before: Results;
  during: Results;
  after: Results;
  /** Milliseconds from the end of the load to the first of many answers in a row; null where there were none. */
  recovered: number | null;
}

/** So many requests in a row must be served. */
const inARow = 50;
const longestRecovery = 10_000;

async function recovery({ port }: Serving, next: () => Ask): Promise<number | null> {
  const start = performance.now();
  let [first, row] = [start, 0];
  while (performance.now() - start < longestRecovery) {
    const connection = new Connection(port, { keepsBodies: false });
    const ask = next();
    const status = await connection.ask(ask.bytes).then(
      (answer) => answer.status,
      () => 0,
    );
    connection.end();
    if (row === 0) first = performance.now();
    row = ask.statuses.includes(status) ? row + 1 : 0;
    if (row === inARow) return first - start;
  }
  return null;
}

function figuresOf(
  { can, before, during, after, recovered }: Seen,
  storm: number,
  scale: Scale,
): Outcome['figures'] {
  const share = (count: number): string => `${((100 * count) / during.offered).toFixed(1)} %`;
  return [
    { name: 'capacity, measured before', value: `${can.toFixed(0)} requests a second` },
    { name: 'offered', value: `${(during.offered / storm).toFixed(0)} a second for ${storm} s` },
    {
      name: 'served',
      value: `${during.served} (${share(during.served)}), ${(during.served / storm).toFixed(0)} a second`,
    },
    { name: 'turned away', value: `${during.shed} (${share(during.shed)})` },
    { name: 'failed', value: `${during.failedCount} (${share(during.failedCount)})` },
    { name: 'served before, at half the capacity', value: latencyText(before.latencies()) },
    { name: 'served during the overload', value: latencyText(during.latencies()) },
    { name: 'served afterwards, at half the capacity', value: latencyText(after.latencies()) },
    { name: 'recovered', value: recovered === null ? 'no' : `after ${recovered.toFixed(0)} ms` },
    ...(scale === 'short'
      ? [{ name: 'not judged', value: 'what was turned away, rates and latencies: too short' }]
      : []),
  ];
}

/** What is served may take no longer than this, in milliseconds; nor, unless that is little, much longer afterwards than before. */
const most = { p99: 1_000, ratio: 3, little: { p50: 50, p99: 500 } };

function brokenBy({ can, before, during, after, recovered }: Seen, scale: Scale, storm: number): string[] {
  const broken = [...failureTexts(during), ...failureTexts(before), ...failureTexts(after)];
  if (recovered === null) broken.push('it did not recover within 10 s');
  if (scale === 'short') return broken; // too short for figures
  if (during.shed === 0) broken.push('nothing was turned away: it was no overload');
  const { p99 } = during.latencies();
  const [early, late] = [before.latencies(), after.latencies()];
  if (p99 > most.p99) broken.push(`what was served took ${p99.toFixed(0)} ms (p99)`);
  if (during.served / storm < can / 2) broken.push('less than half of the capacity was served');
  if (during.offered / storm < can * times * 0.9) broken.push('the load was less than it should be');
  for (const figure of ['p50', 'p99'] as const)
    if (late[figure] > Math.max(early[figure] * most.ratio, most.little[figure]))
      broken.push(`it stayed slow afterwards (${figure})`);
  return broken;
}
