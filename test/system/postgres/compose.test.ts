// ops/postgres/compose.yml as it stands: its scripts and commands are run by hand, with PostgreSQL and nginx of the system in the
// place of the images, from an empty cluster to an answer through nginx.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import t, { type Test } from 'tap';
import { parse } from 'yaml';
import { freePort } from '../../../bench/processes.ts';
import { inProject } from '../../../src/project.ts';
import { identity, ownedFolder } from '../../support/postgres/database.ts';
import { publishFile } from '../../support/postgres/publishing.ts';
import { seedsDatabase } from '../../support/prepared.ts';
import { ask, askPatiently, startServer, until } from '../server.ts';

const ops = (name: string): string => inProject('ops', 'postgres', name);

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  volumes?: string[];
  depends_on?: string[] | Record<string, unknown>;
  build?: { context: string; dockerfile: string };
}

const { services } = parse(readFileSync(ops('compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};

t.test('what it names is there', async (t) => {
  for (const [name, { volumes = [], depends_on = [], build }] of Object.entries(services)) {
    for (const [file = ''] of volumes
      .map((volume) => volume.split(':'))
      .filter(([from]) => from?.startsWith('.')))
      t.ok(existsSync(ops(file)), `${name}: ${file}`);
    for (const other of Array.isArray(depends_on) ? depends_on : Object.keys(depends_on))
      t.ok(services[other], `${name}: ${other}`);
    if (build) t.ok(existsSync(path.join(ops(build.context), build.dockerfile)));
  }
});

/** The programs of the newest PostgreSQL that Debian's packages installed; empty where there is none. */
function programs(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).toSorted((a, b) => Number(b) - Number(a)) : [];
  const needed = ['initdb', 'postgres', 'psql', 'pg_basebackup'];
  const folders = versions.map((version) => path.join(root, version, 'bin'));
  return folders.find((folder) => needed.every((name) => existsSync(path.join(folder, name)))) ?? '';
}

const bin = programs();
const isThere = bin !== '' && spawnSync('nginx', ['-v']).status === 0;
const skip =
  !isThere &&
  'PostgreSQL with its clients, or nginx, is not installed; on Debian: apt-get install postgresql nginx-light';

/** Runs a program of PostgreSQL as its image does, to its end. */
function run(command: string, args: readonly string[], environment: Record<string, string>): void {
  const env = { ...process.env, ...environment, PATH: `${bin}:${process.env['PATH']}` };
  const { status, stderr } = spawnSync(command, args, { env, encoding: 'utf8', ...identity });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
}

/** Starts a program that ends with the test. */
function starting(
  t: Test,
  command: string,
  args: readonly string[],
  environment: Record<string, string> = {},
) {
  const env = { ...process.env, ...environment, PATH: `${bin}:${process.env['PATH']}` };
  const child = spawn(command, args, { env, stdio: 'ignore', detached: true, ...identity });
  t.teardown(() => child.pid && process.kill(-child.pid, 'SIGKILL'));
}

const answers = (port: number) => () =>
  spawnSync(path.join(bin, 'psql'), [`postgres://postgres:owner@127.0.0.1:${port}/summit`, '-c', 'SELECT 1'])
    .status === 0;

t.test('from an empty cluster to an answer through nginx', { skip, timeout: 120_000 }, async (t) => {
  const { primary, replica } = services;
  const [first, second] = [await freePort(), await freePort()];

  // What the entry point of the image does with the settings of the service.
  const folder = ownedFolder(t);
  const [data, sockets] = [path.join(folder, 'data'), folder];
  const { POSTGRES_PASSWORD = '', POSTGRES_DB = '', POSTGRES_INITDB_ARGS = '' } = primary?.environment ?? {};
  const [password, onSocket] = [path.join(folder, 'password'), { PGHOST: sockets, PGPORT: String(first) }];
  writeFileSync(password, POSTGRES_PASSWORD);
  const auth = [
    '--username=postgres',
    `--pwfile=${password}`,
    '--auth-host=scram-sha-256',
    '--auth-local=trust',
  ];
  run('initdb', ['-D', data, ...POSTGRES_INITDB_ARGS.split(' '), ...auth, '--no-sync'], {});
  const flags = [
    '-c',
    `unix_socket_directories=${sockets}`,
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'fsync=off',
  ];
  starting(t, 'postgres', ['-D', data, '-p', String(first), ...flags]);
  await until(
    () =>
      spawnSync(path.join(bin, 'psql'), [
        '-h',
        sockets,
        '-p',
        String(first),
        '-U',
        'postgres',
        '-c',
        'SELECT 1',
      ]).status === 0,
  );
  run('psql', ['-U', 'postgres', '-c', `CREATE DATABASE ${POSTGRES_DB}`], onSocket);
  run(
    'psql',
    ['-U', 'postgres', '-v', 'ON_ERROR_STOP=1', '-d', POSTGRES_DB, '-f', ops('roles.sql')],
    onSocket,
  );
  run('sh', [ops('replication.sh')], { ...onSocket, PGDATA: data });
  run('psql', ['-U', 'postgres', '-c', 'SELECT pg_reload_conf()'], onSocket);

  // The replica's own command.
  const copy = path.join(ownedFolder(t), 'data');
  const script = (replica?.command?.at(-1) ?? '')
    .replaceAll('$$', '$')
    .replace('--host=primary', '--host=127.0.0.1');
  const there = script.replace('exec postgres', `exec postgres -p ${second} ${flags.join(' ')}`);
  t.not(there, script, 'it starts PostgreSQL');
  starting(t, 'sh', ['-c', there], { ...replica?.environment, PGDATA: copy, PGPORT: String(first) });
  await until(answers(second), 30_000);

  const published = await publishFile(
    seedsDatabase,
    `postgres://summit_publisher:publish@127.0.0.1:${first}/summit`,
  );
  t.match(published, { status: 0 }, 'as the comment of the file says');
  const serverFolder = t.testdir({ data: {} });
  const file = path.join(serverFolder, 'data', 'none.sqlite');
  const servers = [];
  for (const name of ['server-1', 'server-2']) {
    const { DATABASE = '', ...environment } = services[name]?.environment ?? {};
    const address = DATABASE.replace('primary:5432', `127.0.0.1:${first}`).replace(
      'replica:5432',
      `127.0.0.1:${second}`,
    );
    servers.push(await startServer(t, file, { ...environment, DATABASE: address }));
  }

  const port = await freePort();
  const site = readFileSync(ops('nginx.conf'), 'utf8')
    .replace('server-1:3000', `127.0.0.1:${servers[0]?.port}`)
    .replace('server-2:3000', `127.0.0.1:${servers[1]?.port}`)
    .replace('listen 80', `listen 127.0.0.1:${port}`);
  const web = path.join(serverFolder, 'nginx');
  mkdirSync(web);
  const root = process.getuid?.() === 0 ? 'user root;' : '';
  writeFileSync(
    path.join(web, 'nginx.conf'),
    `${root} daemon off; pid ${web}/pid; error_log ${web}/error.log; events {} http { access_log off; ${site} }`,
  );
  const nginx = spawn('nginx', [
    '-p',
    web,
    '-c',
    path.join(web, 'nginx.conf'),
    '-e',
    path.join(web, 'error.log'),
  ]);
  t.teardown(() => nginx.kill('SIGTERM'));
  await until(() =>
    ask(port, '/health/ready').then(
      ({ status }) => status === 200,
      () => false,
    ),
  );
  for (let at = 0; at < 4; at += 1)
    t.equal(
      (await askPatiently(port, `/statements?speaker=putin&limit=${at + 1}`)).status,
      200,
      'an answer through nginx',
    );
});
