// Runs the cases over the database of one count, one after the other, and keeps what each found as soon as it is known.
import { cases, earlyCases } from './cases/all.ts';
import { runIngestCase } from './cases/ingest.ts';
import { runOtherCases } from './cases/others.ts';
import { poolsOf } from './cases/pools.ts';
import { runStartCase, withLoadedMemory } from './cases/start.ts';
import { startChecked, type World } from './cases/world.ts';
import { prepareDatabase } from './database.ts';
import { BenchError } from './error.ts';
import { loaderOf } from './load/load.ts';
import { thisMachine } from './measure/machine.ts';
import { memoryOf } from './measure/memory.ts';
import { canPin, type Running } from './measure/processes.ts';
import { keepResults, keptResults, type Results, type Row } from './results.ts';
import type { Settings } from './settings.ts';

/** Says what is going on. */
export type Say = (text: string) => void;

/**
 * Measures one count and says whether all could be measured. What is found is kept after each case, so that a run that
 * breaks off is not lost, and a case that cannot be measured does not keep the others from it.
 */
export async function runCount(
  settings: Settings,
  statements: number,
  command: string,
  say: Say,
): Promise<boolean> {
  const isWanted = (id: string): boolean => settings.cases === null || settings.cases.includes(id);
  const results = emptyResults(settings, statements, command);
  const keep = (row: Row): void => {
    results.rows = [...results.rows.filter(({ id }) => id !== row.id), row];
    keepResults(settings.folder, results);
    say(lineOf(row));
  };
  const load = loaderOf(settings);
  say(`${statements.toLocaleString('en')} statements: preparing the database`);
  const [ingest, start] = earlyCases;
  const made = keptIngest(settings.folder, statements);
  const database = await prepareDatabase(
    settings.folder,
    statements,
    settings.cases?.includes(ingest) ?? false,
  );
  if (database.making) keep(await runIngestCase(settings, statements, database, database.making));
  else if (made) keep(made);
  const started = isWanted(start) ? await runStartCase({ settings, database }) : null;
  if (started) keep(started);
  const server = once(() => startChecked({ settings, database }));
  const pools = poolsOf(database.file, statements);
  const world: World = { settings, statements, database, load, pools, ours: server.get };
  try {
    const late = settings.others ? [...cases, { id: 'others', run: runOtherCases }] : cases;
    for (const { id, run } of late.filter((each) => isWanted(each.id))) {
      try {
        for (const row of [await run(world)].flat()) keep(row);
      } catch (error) {
        if (!(error instanceof BenchError)) throw error;
        results.failures.push({ id, message: error.message });
        say(`  ${id}: not measured: ${error.message}`);
      }
    }
    if (started) keep(withLoadedMemory(started, memoryOf((await server.get()).pid)));
  } finally {
    await server.stop();
    keepResults(settings.folder, results);
  }
  return results.failures.length === 0;
}

const kept = 'Of the run on';

/** What the ingest was when it made a database that is still good, said by an earlier run. */
function keptIngest(folder: string, statements: number): Row | undefined {
  const before = keptResults(folder).find((results) => results.statements === statements);
  const row = before?.rows.find(({ kind }) => kind === 'ingest');
  if (!before || !row || row.notes.some((note) => note.startsWith(kept))) return row;
  const note = `${kept} ${before.at.slice(0, 16).replace('T', ' at ')}, whose database was kept.`;
  return { ...row, notes: [...row.notes, note] };
}

/** A server that is started when it is first asked for, and again where a case found it gone. */
function once(start: () => Promise<Running>): { get: () => Promise<Running>; stop: () => Promise<void> } {
  let running: Promise<Running> | null = null;
  return {
    get: async () => {
      if (running === null || (await running).hasEnded()) running = start();
      return running;
    },
    stop: async () => (await running)?.stop(),
  };
}

function emptyResults({ seconds, rounds, load }: Settings, statements: number, command: string): Results {
  return {
    statements,
    command,
    at: new Date().toISOString(),
    machine: { ...thisMachine(), pinned: canPin },
    seconds,
    rounds,
    load,
    rows: [],
    failures: [],
  };
}

const lineOf = ({ id, targets }: Row): string =>
  `  ${id}: ${targets.map(({ reached, met }) => `${reached}${met ? '' : ' (not met)'}`).join('; ') || 'done'}`;
