// Runs the benchmark: every server gets the same data and the same requests, in turn, round after round.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../src/project.ts';
import { type Case, cases, longList } from './cases.ts';
import { writeData } from './data/write.ts';
import { type Load, loadServer } from './load.ts';
import { BenchError, fetchPatiently, memoryOf, type Running, type Usage } from './processes.ts';
import { type Place, placesIn, samplesOf } from './samples.ts';
import { checkout, overPostgres, plainOverPostgres, plainRoute, type Server } from './servers.ts';
import type { Settings } from './settings.ts';

/** What a run found. Lists of figures have an entry for each server, in the order of `servers`. */
export interface Results {
  servers: string[];
  statements: number;
  /** Null where the databases of an earlier run were used. */
  ingests: (Usage | null)[];
  rows: Row[];
  /** Resident memory in MiB, before and after all loads. */
  memory: { before: number; after: number }[];
}

/** One case with one way of compression. */
export interface Row {
  id: string;
  title: string;
  isCompressed: boolean;
  /** The rounds of each server; none for one that does not answer this. */
  loads: Load[][];
}

export async function run(settings: Settings, say: (text: string) => void): Promise<Results> {
  const { folder, statements, reuses } = settings;
  mkdirSync(folder, { recursive: true });
  const data = path.join(folder, `${statements}.ndjson`);
  if (!reuses || !existsSync(data)) {
    say(`generating ${statements} statements`);
    writeData(data, statements);
  }
  const servers = serversOf(settings);
  const ingests: (Usage | null)[] = [];
  for (const server of servers) {
    say(`${server.name}: ingest`);
    ingests.push(reuses && existsSync(server.database) ? null : await server.ingest(data));
  }
  const samples = await samplesOf(data, statements);
  const started: Started[] = [];
  try {
    for (const server of servers) started.push({ server, running: await server.start() });
    const memory = started.map(({ running }) => memoryOf(running.pid).resident);
    const rows: Row[] = [];
    let places: Place[] = [];
    for (const one of cases.filter(({ id }) => settings.cases.includes(id))) {
      if (one.isDeep && started[0]) places = await placesIn(started[0].running.origin, longList);
      for (const isCompressed of settings.isWithCompression ? [false, true] : [false]) {
        say(`${one.id}${isCompressed ? ', compressed' : ''}`);
        rows.push(await runCase(one, isCompressed, one.questions(samples, places), started, settings));
      }
    }
    return {
      ...{ servers: servers.map(({ name }) => name), statements, ingests, rows },
      memory: started.map(({ running }, at) => ({
        before: memory[at] ?? 0,
        after: memoryOf(running.pid).resident,
      })),
    };
  } finally {
    for (const { running } of started) await running.stop();
  }
}

interface Started {
  server: Server;
  running: Running;
}

function serversOf({ folder, statements, against, isWithPlain, postgres }: Settings): Server[] {
  const databaseOf = (name: string): string => path.join(folder, `${statements}-${name}.sqlite`);
  return [
    checkout('this', inProject(), databaseOf('this')),
    ...(against === null ? [] : [checkout('other', against, databaseOf('other'))]),
    ...(postgres === null ? [] : [overPostgres(postgres, databaseOf('this'))]),
    ...(isWithPlain ? [plainRoute(databaseOf('plain'))] : []),
    ...(isWithPlain && postgres !== null ? [plainOverPostgres(postgres, databaseOf('plain-postgres'))] : []),
  ];
}

/** The first round only warms up: its figures are dropped. */
async function runCase(
  { id, title, connections, isRepeated }: Case,
  isCompressed: boolean,
  questions: ReturnType<Case['questions']>,
  started: readonly Started[],
  { rounds, seconds: counted, warmUp, folder }: Settings,
): Promise<Row> {
  const headers = isCompressed ? { 'Accept-Encoding': 'br, gzip' } : {};
  const loads: Load[][] = started.map(() => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, { server, running }] of started.entries()) {
      const paths = questions.flatMap((each) => (server.isPlain ? each.plain : each.path) ?? []);
      if (paths.length === 0 || (server.isPlain && isCompressed)) continue;
      if (round === 0) await checkAnswer(server.name, running.origin + paths[0]);
      const seconds = round === 0 ? warmUp : counted;
      const hostPrefix = isRepeated ? '' : `${id}-${isCompressed ? 'br' : 'plain'}-${round}-`;
      const load = await loadServer(running, { paths, headers, connections, seconds, hostPrefix, folder });
      if (round > 0) loads[at]?.push(load);
    }
  }
  return { id, title, isCompressed, loads };
}

/** Throws a BenchError where a server does not answer a question, which would look like speed. */
async function checkAnswer(name: string, url: string): Promise<void> {
  const answer = await fetchPatiently(url);
  const body = await answer.text();
  if (!answer.ok) throw new BenchError(`${name}: ${url} answers ${answer.status}: ${body.slice(0, 500)}`);
}
