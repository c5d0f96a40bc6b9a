// Makes a streaming replica of a test's server: a copy of its folder, taken as its manual says for a base backup.
import { spawnSync } from 'node:child_process';
import { chownSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import type { Test } from 'tap';
import { binaries, identity, ownedFolder, type PostgresServer, runPostgres } from './database.ts';

/** Starts a replica that follows a server; it stops with the test. */
export async function startReplica(t: Test, primary: PostgresServer): Promise<PostgresServer> {
  const found = await binaries();
  if (found === null) throw new Error('no binaries');
  const folder = ownedFolder(t);
  await copyOf(primary, folder);
  rmSync(path.join(folder, 'postmaster.pid'), { force: true });
  rmSync(path.join(folder, 'postmaster.opts'), { force: true });
  writeOwned(path.join(folder, 'standby.signal'), '');
  return runPostgres(t, found, folder, [
    `primary_conninfo = 'host=127.0.0.1 port=${primary.port} user=postgres'`,
    'hot_standby = on',
  ]);
}

/** Writes a file that belongs to the server's user. */
function writeOwned(file: string, text: string): void {
  writeFileSync(file, text);
  if (identity.uid !== undefined) chownSync(file, identity.uid, identity.gid);
}

async function copyOf(primary: PostgresServer, folder: string): Promise<void> {
  const client = new Client({ connectionString: primary.address() });
  await client.connect();
  await client.query("SELECT pg_backup_start('replica', true)");
  spawnSync('cp', ['-r', `${primary.folder}/.`, folder], identity);
  const { rows } = await client.query('SELECT labelfile FROM pg_backup_stop()');
  writeOwned(path.join(folder, 'backup_label'), rows[0].labelfile);
  await client.end();
}
