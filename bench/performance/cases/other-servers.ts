// Other servers from npm: how each is fetched, given the data, started and asked.
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { BenchError } from '../error.ts';
import { type Running, startServer } from '../measure/processes.ts';
import { writeAllStatements } from './other-data.ts';
import type { World } from './world.ts';

/** Versions are set, so that runs can be compared; both bindings are compiled where none is ready. */
const manifest = {
  private: true,
  dependencies: { 'json-server': '0.17.4', 'soul-cli': '0.8.2' },
  allowScripts: { 'better-sqlite3': true, bcrypt: true },
};

/** Another server, with what it can be asked. */
export interface OtherServer {
  name: string;
  /** More statements than this it cannot take, or not on a disk of usual size. */
  most: number;
  differs: string;
  start: (world: World, folder: string) => Promise<Running>;
  list: (speaker: string, limit: number) => string;
  item: (id: string) => string;
}

export const otherServers: readonly OtherServer[] = [
  {
    name: 'json-server',
    most: 100_000,
    differs: 'It holds everything in memory and sends the statements as we do, renditions and all.',
    start: startJsonServer,
    list: (speaker, limit) => `/statements?speaker=${speaker}&_sort=saidOn&_order=desc&_limit=${limit}`,
    item: (id) => `/statements/${id}`,
  },
  {
    name: 'soul-cli',
    most: 1_000_000,
    differs: 'Its rows are flat: ids of statements, without their texts and renditions.',
    start: startSoul,
    list: (speaker, limit) =>
      `/api/tables/statement_speaker/rows?_filters=speaker:${speaker}&_limit=${limit}`,
    item: (id) => `/api/tables/statement/rows/${id}`,
  },
];

/** Fetches the servers by npm, once. Throws a BenchError with what npm said where it cannot. */
export async function fetchServers(folder: string): Promise<string> {
  const place = path.join(folder, 'others');
  if (existsSync(path.join(place, 'fetched'))) return place;
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, 'package.json'), JSON.stringify(manifest));
  const options = { cwd: place, shell: process.platform === 'win32' };
  await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund'], options).catch((error: Error) => {
    throw new BenchError(`npm could not fetch the other servers: ${error.message}`);
  });
  writeFileSync(path.join(place, 'fetched'), '');
  return place;
}

async function startJsonServer(world: World, place: string): Promise<Running> {
  const file = path.join(place, 'statements.json');
  await writeAllStatements((await world.ours()).origin, file);
  const script = path.join(place, 'node_modules/json-server/lib/cli/bin.js');
  const args = [script, '--quiet', '--port', '{port}', file];
  return startServer({ args, core: 0, log: path.join(place, 'json-server.log') }, '/statements?_limit=1');
}

/** It writes tables of its own into the database, so it gets a copy. */
async function startSoul({ database }: World, place: string): Promise<Running> {
  const copy = path.join(place, 'soul.sqlite');
  for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true });
  copyFileSync(database.file, copy);
  const args = [path.join(place, 'node_modules/soul-cli/src/server.js'), '-d', copy, '-p', '{port}'];
  return startServer({ args, core: 0, log: path.join(place, 'soul.log') }, '/api/');
}
