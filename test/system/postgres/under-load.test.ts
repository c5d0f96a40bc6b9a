// Publishes again and again to a primary with a replica while clients ask, and takes the replica away and back: no request fails, and
// each answer is of one version alone.
import { Agent } from 'node:http';
import path from 'node:path';
import t from 'tap';
import { Random } from '../../../bench/data/random.ts';
import { memoryOf } from '../../../bench/processes.ts';
import { ingest } from '../../../src/ingest/ingest.ts';
import { needsPostgres, startPostgres } from '../../support/postgres/database.ts';
import { publishFile } from '../../support/postgres/publishing.ts';
import { startReplica } from '../../support/postgres/replica.ts';
import { askUntilOver, type Watch } from '../changes/client.ts';
import { countOf, writeVersion } from '../changes/versions.ts';
import { askPatiently, startServer, until } from '../server.ts';

const publishes = 50;
const clientCount = 4;
/** The replica crashes after one of these publishes, and starts again after the other. */
const [away, back] = [15, 30];
/** Resident memory may grow by this after the first publishes, in MiB. */
const growthAllowed = 200;

t.test('publishes under load', needsPostgres, async (t) => {
  const folder = t.testdir({ served: {} });
  const [data, database] = [path.join(folder, 'data.ndjson'), path.join(folder, 'served', 'data.sqlite')];
  const primary = await startPostgres(t);
  const publish = async (version: number): Promise<void> => {
    writeVersion(data, version);
    await ingest({ database, paths: [data], prune: true });
    t.match(await publishFile(database, primary.address()), { status: 0 }, `version ${version}`);
  };
  await publish(0);
  const replica = await startReplica(t, primary);
  const address = `postgres://postgres@127.0.0.1:${primary.port},127.0.0.1:${replica.port}/summit`;
  const server = await startServer(t, database, { DATABASE: address });
  const agent = new Agent({ keepAlive: true });
  const wrong: string[] = [];
  const watch: Watch = {
    ...{ port: server.port, agent, tags: new Map(), isOver: false },
    report: (each) => wrong.push(each),
    seen: { answers: 0, unchanged: 0, walks: 0, crossed: 0 },
  };
  const clients = Array.from({ length: clientCount }, (_, at) => askUntilOver(watch, new Random(at)));
  t.teardown(() => {
    watch.isOver = true;
  });
  const isServed = (version: number) => async (): Promise<boolean> => {
    const { body } = await askPatiently(server.port, '/statements?limit=1');
    return (JSON.parse(String(body)) as { page: { total: number } }).page.total === countOf(version);
  };
  let memoryBefore = 0;
  for (let version = 1; version <= publishes; version += 1) {
    await publish(version);
    if (version === away) await replica.stop('kill');
    if (version === back) await replica.start();
    await until(isServed(version), 20_000);
    if (version === 5) memoryBefore = memoryOf(server.pid).resident;
  }
  const memoryAfter = memoryOf(server.pid).resident;
  watch.isOver = true;
  await Promise.all(clients);
  agent.destroy();
  t.comment({ ...watch.seen, memoryBefore, memoryAfter });
  t.same(wrong.slice(0, 20), [], 'nothing is wrong');
  t.ok(watch.seen.crossed > 0, 'some walks went over a publish');
  const [read] = await replica.query(
    "SELECT sum(xact_commit)::integer AS done FROM pg_stat_database WHERE datname = 'summit'",
  );
  t.ok(Number(read?.['done']) > 100, 'the replica answered');
  t.ok(
    memoryAfter < memoryBefore + growthAllowed,
    `memory: ${memoryBefore} MiB early, ${memoryAfter} MiB late`,
  );
  t.equal(await server.stop(), 0, 'the server ends well');
});
