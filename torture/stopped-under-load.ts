// Stops the server while it is busy, and asks of every request that it took: an answer, whole.
import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../bench/performance/dataset/random.ts';
import { grace } from '../src/server.ts';
import { fetchJson } from './generated/vocabulary.ts';
import { type Ask, learnTraffic, mixed } from './load/traffic.ts';
import { generatedDatabase, type Serving, whileServing } from './serving.ts';
import type { Outcome, Scale, Trial } from './trial.ts';
import { Connection, NoAnswer } from './wire/connection.ts';

export const stoppedUnderLoad: Trial = {
  id: 'stopped-under-load',
  part: 'Under load and in operation',
  promise:
    'On SIGTERM no request is dropped that the server took, downloads among them, and it ends with status 0 in time.',
  async run(scale, folder, say) {
    const seed = Date.now() % 1_000_000;
    say(`seed ${seed}`);
    const database = await generatedDatabase(folder, scale === 'full' ? 20_000 : 1_000);
    const outcome: Outcome = { figures: [], broken: [] };
    for (const [name, environment] of Object.entries(ways)) {
      const tally = new Tally(name);
      for (let at = 0; at < times[scale]; at += 1)
        await whileServing(folder, { database, environment }, (serving) =>
          stopOnce(serving, scale, new Random(seed + at), tally),
        );
      say(`${name}: ${tally.text()}`);
      outcome.figures.push({ name, value: tally.text() });
      outcome.broken.push(...tally.broken);
    }
    return outcome;
  },
};

const ways = {
  'one process with a thread': { THREADS: '1' },
};

const times: Record<Scale, number> = { short: 2, full: 6 };

/** Clients that ask one request after another; no more than are answered in time on a machine that tests share. */
const clients: Record<Scale, number> = { short: 6, full: 24 };

const downloads = ['/statements?format=csv', '/dataset.ndjson', '/dataset.sqlite'];

/** What was seen of many stops. */
class Tally {
  readonly name: string;
  stops = 0;
  underWay = 0;
  downloads = 0;
  answered = 0;
  refused = 0;
  slowest = 0;
  readonly broken: string[] = [];

  constructor(name: string) {
    this.name = name;
  }

  text(): string {
    const { stops, underWay, downloads, answered, refused, slowest, broken } = this;
    const lost = broken.length === 0 ? 'none was lost' : `${broken.length} were lost`;
    return `stopped ${stops} times with ${underWay} requests and ${downloads} downloads under way; ${lost} of these and of ${answered} that came after; ${refused} connections were refused; over in ${(slowest / 1_000).toFixed(1)} s at most`;
  }
}

/** When the server was told to stop; null before. */
interface Clock {
  stoppedAt: number | null;
}

async function stopOnce(serving: Serving, scale: Scale, random: Random, tally: Tally): Promise<void> {
  const next = await learnTraffic((url) => fetchJson(serving.origin + url), random, mixed);
  const clock: Clock = { stoppedAt: null };
  if (scale === 'short')
    for (const path of downloads) await (await fetch(serving.origin + path)).arrayBuffer(); // files are made by then
  const idle = new Connection(serving.port);
  await idle.ask(next().bytes);
  const asking = Array.from({ length: clients[scale] }, () => askUntilRefused(serving, next, clock, tally));
  await wait(random.between(300, 900));
  const downloading = downloads.map((path) => download(serving, path, clock, tally));
  await wait(random.between(50, 250));
  clock.stoppedAt = performance.now();
  const status = await Promise.race([serving.stop(), wait(grace + 5_000).then(() => 'still running')]);
  tally.slowest = Math.max(tally.slowest, performance.now() - clock.stoppedAt);
  tally.stops += 1;
  await Promise.all([...asking, ...downloading]);
  if (status !== 0) tally.broken.push(`${tally.name}: it ended with ${status}`);
  const logged = serving.log().trim();
  if (/"level":[56]0/.test(logged) || !/^(?:\{|$)/.test(logged))
    tally.broken.push(`${tally.name}: it logged ${logged.slice(0, 500)}`);
}

/** Asks one request after another, over a new connection where the last one ended, until nobody listens any more. */
async function askUntilRefused(serving: Serving, next: () => Ask, clock: Clock, tally: Tally): Promise<void> {
  let connection = new Connection(serving.port, { keepsBodies: false });
  for (;;) {
    if (!connection.isFree) connection = new Connection(serving.port, { keepsBodies: false });
    const ask = next();
    const wasStopped = clock.stoppedAt !== null;
    try {
      const { status, headers } = await connection.ask(ask.bytes);
      if (clock.stoppedAt !== null) tally[wasStopped ? 'answered' : 'underWay'] += 1;
      const isShed = status === 503 && headers.has('retry-after'); // more than it can do, and an answer
      if (!ask.statuses.includes(status) && !isShed)
        tally.broken.push(`${tally.name}: status ${status} for ${ask.path}`);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      const isLate = wasStopped && connection.answered === 0; // nobody listened any more, or was just leaving
      if (error.stage === 'not connected' || (isLate && error.stage === 'not answered')) {
        tally.refused += 1;
        return;
      }
      const when = clock.stoppedAt === null ? 'before' : wasStopped ? 'after' : 'from before to after';
      const where = connection.answered > 0 ? 'a connection in use' : 'a new connection';
      tally.broken.push(`${tally.name}: ${error.message}, sent on ${where} ${when} the stop: ${ask.path}`);
    }
  }
}

/** Reads slowly what was asked for before the stop, so that it is still under way then. */
async function download(serving: Serving, path: string, clock: Clock, tally: Tally): Promise<void> {
  const connection = new Connection(serving.port, { keepsBodies: false });
  const outcome = connection.ask(`GET ${path} HTTP/1.1\r\nHost: record.example\r\n\r\n`).then(
    ({ status, headers }) =>
      status === 503 && headers.has('retry-after') ? 'turned away' : `status ${status}`,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  connection.pauseAfter(64 * 1024);
  while (clock.stoppedAt === null) await wait(10);
  await wait(300);
  connection.resume();
  const came = await outcome;
  if (came === 'turned away') return; // more than it can do, and an answer
  tally.downloads += 1;
  if (came !== 'status 200') tally.broken.push(`${tally.name}: ${came}, a download of ${path}`);
}
