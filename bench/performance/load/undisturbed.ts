// Sends a load again where the machine was given to others meanwhile: else that would be what was measured.
import { setTimeout as sleep } from 'node:timers/promises';
import { type MachineTicks, machineTicks } from '../measure/processor.ts';
import type { Load, LoadPlan, Sent } from './load.ts';

/** More of the machine's time than this share is too much. */
export const bearable = 0.05;

/** A load is sent so often at most, so many milliseconds apart. */
const [tries, pause] = [6, 3_000];

/** In so short a load, in seconds, the share cannot be told, or does not matter. */
const short = 0.5;

/** Gives the least disturbed of several tries, and the first where that was bearable. Each goes on behind what was asked. */
export const undisturbed =
  (send: (plan: LoadPlan) => Promise<Sent>) =>
  async (plan: LoadPlan): Promise<Load> => {
    let { paths } = plan;
    let best: Load | null = null;
    for (let sent = 1; ; sent += 1) {
      const before = machineTicks();
      const found = await send({ ...plan, paths });
      const stolen = stolenSince(before);
      if (best === null || stolen < best.stolen) best = { ...found, stolen };
      if (stolen <= bearable || sent === tries || plan.seconds <= short) return best;
      const rest = paths.slice(found.answers + plan.connections);
      if (rest.length > 0) paths = rest;
      await sleep(pause);
    }
  };

function stolenSince(before: MachineTicks): number {
  const { all, stolen } = machineTicks();
  return all > before.all ? (stolen - before.stolen) / (all - before.all) : 0;
}
