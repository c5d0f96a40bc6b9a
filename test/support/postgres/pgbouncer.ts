// Starts PgBouncer in front of a test's server, where it is installed in a version that keeps prepared statements in transaction mode.
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Test } from 'tap';
import { freePort } from '../../../bench/processes.ts';
import { identity, ownedFolder, withClient } from './database.ts';

const said = spawnSync('pgbouncer', ['--version'], { encoding: 'utf8' }).stdout ?? '';
const [major = 0, minor = 0] = (/PgBouncer (\d+)\.(\d+)/.exec(said) ?? []).slice(1).map(Number);

/** Whether there is such a PgBouncer. */
export const isPooling = major > 1 || (major === 1 && minor >= 21);

/** Starts it as docs/scale.md says and gives its port; it ends with the test. */
export async function startPgBouncer(t: Test, to: number): Promise<number> {
  const port = await freePort();
  const file = path.join(ownedFolder(t), 'pgbouncer.ini');
  writeFileSync(
    file,
    `[databases]
summit = host=127.0.0.1 port=${to} dbname=summit user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 4
max_prepared_statements = 200
ignore_startup_parameters = statement_timeout
`,
    { mode: 0o644 },
  );
  const child = spawn('pgbouncer', [file], { stdio: 'ignore', ...identity });
  t.teardown(() => child.kill('SIGKILL'));
  for (let tries = 0; ; tries += 1) {
    try {
      await withClient(`postgres://postgres@127.0.0.1:${port}/summit`, (client) => client.query('SELECT 1'));
      return port;
    } catch (error) {
      if (tries === 100) throw error;
      await wait(50);
    }
  }
}
