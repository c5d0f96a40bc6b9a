// Runs trials in turn, each in a fresh folder, and goes on after a broken promise.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { thisMachine } from '../bench/performance/measure/machine.ts';
import { duration } from '../bench/performance/report/words.ts';
import { keepResult } from './results.ts';
import type { Settings } from './settings.ts';
import type { Outcome, Trial } from './trial.ts';

/** Runs what the settings ask for, keeps what came of each, and says whether every promise held. */
export async function runTrials(
  trials: readonly Trial[],
  { only, scale, folder }: Settings,
  command: string,
  say: (text: string) => void,
): Promise<boolean> {
  let holds = true;
  for (const trial of trials.filter(({ id }) => only?.includes(id) ?? true)) {
    say(`${trial.id}: ${trial.promise}`);
    const start = performance.now();
    const outcome = await runTrial(trial, scale, path.join(folder, 'work', trial.id), (text) =>
      say(`  ${text}`),
    );
    const seconds = (performance.now() - start) / 1000;
    const at = new Date().toISOString();
    keepResult(folder, trial.id, { ...outcome, scale, command, at, seconds, machine: thisMachine() });
    for (const { name, value } of outcome.figures) say(`  ${name}: ${value}`);
    for (const each of outcome.broken) say(`  BROKEN: ${each}`);
    say(`  ${outcome.broken.length === 0 ? 'held' : 'broken'}, ${duration(seconds)}`);
    holds &&= outcome.broken.length === 0;
  }
  return holds;
}

/** A trial that fails has shown nothing, so its promise counts as broken. Its folder is left then, to be looked at. */
async function runTrial(
  trial: Trial,
  scale: Settings['scale'],
  folder: string,
  say: (text: string) => void,
): Promise<Outcome> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    const outcome = await trial.run(scale, folder, say);
    if (outcome.broken.length === 0) rmSync(folder, { recursive: true, force: true });
    return outcome;
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say(`in ${folder}: ${reason}`);
    return { figures: [], broken: [`the trial failed: ${String(error)}`] };
  }
}
