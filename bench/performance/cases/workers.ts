// The case of several cores: the same questions with one worker and with two.
import { settings as serverSettings } from '../../../src/config.ts';
import { medianLoad } from '../measure/figures.ts';
import type { WorkersRow } from '../results.ts';
import { varied } from './question.ts';
import { startOurs, type World } from './world.ts';

/** Whether the server has such a setting. */
export const hasWorkers: boolean = serverSettings.some(({ name }) => name === 'WORKERS');

/** Neither server is held on a core; on two cores the load takes its part of what there is. */
export async function runWorkersCase(world: World): Promise<WorkersRow> {
  const choices = world.pools.speakers.map((speaker) => ({ speaker }));
  const questions = varied(choices, world.pools.random, { limits: [31, 60], sorts: ['-saidOn', 'saidOn'] });
  const found = {
    one: [] as Awaited<ReturnType<World['load']>>[],
    two: [] as Awaited<ReturnType<World['load']>>[],
  };
  for (let round = 0; round < world.settings.rounds; round += 1) {
    for (const [name, workers] of [
      ['one', '1'],
      ['two', '2'],
    ] as const) {
      const size = Math.floor(questions.length / (world.settings.rounds * 2));
      const from = (round * 2 + Number(workers) - 1) * size;
      const paths = questions.slice(from, from + size).map(({ path }) => path);
      const running = await startOurs(world, { WORKERS: workers }, null);
      const { origin } = running;
      found[name].push(await world.load({ origin, paths, connections: 20, seconds: world.settings.seconds }));
      await running.stop();
    }
  }
  return {
    ...{ kind: 'workers', id: 'workers', title: 'First page of one speaker', targets: [], notes: [] },
    ...{ one: medianLoad(found.one), two: medianLoad(found.two) },
  };
}
