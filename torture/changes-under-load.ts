// Changes the data again and again while clients ask, and looks whether each answer is of one version of it alone.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Random } from '../bench/performance/dataset/random.ts';
import { writeMarked } from './changes/marked-data.ts';
import { Watch } from './changes/watch.ts';
import { startIngest } from './processes.ts';
import { startServing } from './serving.ts';
import type { Trial } from './trial.ts';

export const changesUnderLoad: Trial = {
  id: 'changes-under-load',
  part: 'Nothing lost, nothing half-done',
  promise:
    'While the data changes, no request fails, and each answer (page, facets, total, ETag, download) is of one version of the data alone; cursors taken before a change go on after it.',
  async run(scale, folder, say) {
    const changes = scale === 'full' ? 50 : 4;
    const input = path.join(folder, 'data.ndjson');
    const database = path.join(folder, 'served', 'data.sqlite');
    mkdirSync(path.dirname(database));
    await load(database, input, 0);
    const server = await startServing(folder, { database });
    const watch = new Watch(server.port);
    const clients = Array.from({ length: clientCount }, (_, at) => watch.askUntilStopped(new Random(at)));
    try {
      for (let version = 1; version <= changes; version += 1) {
        await load(database, input, version);
        await watch.expect(version);
        if (version % 10 === 0) say(`${version} of ${changes} changes`);
      }
    } finally {
      watch.stop();
      await Promise.all(clients);
      watch.leave();
      watch.note((await server.stop()) === 0, 'the server did not end well');
    }
    return { figures: watch.figures(changes, clientCount), broken: watch.broken };
  },
};

const clientCount = 6;

async function load(database: string, input: string, version: number): Promise<void> {
  writeMarked(input, version);
  const { status, stderr } = await startIngest(database, ['--prune', input]).ended;
  if (status !== 0) throw new Error(`version ${version} could not be loaded: ${stderr}`);
}
