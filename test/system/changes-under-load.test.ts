// Changes the data again and again while clients ask: no request fails, each answer is of one version of the data alone, cursors
// go on over changes, and neither open files nor memory grow.
import { readdirSync, readlinkSync } from 'node:fs';
import { Agent } from 'node:http';
import path from 'node:path';
import t from 'tap';
import { Random } from '../../bench/data/random.ts';
import { memoryOf } from '../../bench/processes.ts';
import { askUntilOver, expectVersion, type Watch } from './changes/client.ts';
import { writeVersion } from './changes/versions.ts';
import { ingest, startServer, until } from './server.ts';

const changes = 12;
const clientCount = 6;
/** Resident memory may grow by this from the third change on, in MiB: an answer that is never let go would show. */
const growthAllowed = 150;

t.test('answers are of one version each', async (t) => {
  const folder = t.testdir({ served: {} });
  const [data, database] = [path.join(folder, 'data.ndjson'), path.join(folder, 'served', 'data.sqlite')];
  const load = async (version: number): Promise<void> => {
    writeVersion(data, version);
    await ingest(database, data);
  };
  await load(0);
  const server = await startServer(t, database);
  const agent = new Agent({ keepAlive: true });
  const wrong: string[] = [];
  const watch: Watch = {
    ...{ port: server.port, agent, tags: new Map(), isOver: false },
    report: (each) => wrong.push(each),
    seen: { answers: 0, unchanged: 0, walks: 0, crossed: 0 },
  };
  const clients = Array.from({ length: clientCount }, (_, at) => askUntilOver(watch, new Random(at)));
  let memoryBefore = 0;
  for (let version = 1; version <= changes; version += 1) {
    await load(version);
    await expectVersion(watch, version);
    if (version === 3) memoryBefore = memoryOf(server.pid).resident;
  }
  const memoryAfter = memoryOf(server.pid).resident;
  watch.isOver = true;
  await Promise.all(clients);
  agent.destroy();
  await until(() => deletedFiles(server.pid).length === 0).catch(() => undefined);
  t.comment({ ...watch.seen, memoryBefore, memoryAfter });
  t.same(wrong.slice(0, 20), [], 'nothing is wrong');
  t.ok(watch.seen.crossed > 0, 'some walks went over a change');
  t.same(deletedFiles(server.pid), [], 'no file is open that was replaced');
  t.ok(
    memoryAfter < memoryBefore + growthAllowed,
    `memory: ${memoryBefore} MiB early, ${memoryAfter} MiB late`,
  );
  t.notMatch(server.log(), /"level":[56]0/, 'no errors in the log');
  t.equal(await server.stop(), 0, 'the server ends well');
});

/** The deleted files that a process has open. */
const deletedFiles = (pid: number): string[] =>
  readdirSync(`/proc/${pid}/fd`).flatMap((descriptor) => {
    try {
      const file = readlinkSync(`/proc/${pid}/fd/${descriptor}`);
      return file.endsWith(' (deleted)') ? [file] : [];
    } catch {
      return []; // closed meanwhile
    }
  });
