// Puts in the way of an ingest what a system can: it says what is wrong and what to do, the old data stays, the server goes on.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import t, { type Test } from 'tap';
import { inProject } from '../../src/project.ts';
import { seedsDatabase } from '../support/prepared.ts';
import {
  askPatiently,
  type Ended,
  ingest,
  node,
  type Server,
  script,
  start,
  startIngest,
  startServer,
} from './server.ts';

/** A served database with changed seeds to be loaded into it. */
interface Place {
  folder: string;
  database: string;
  seeds: string;
}

interface Hindrance {
  name: string;
  /** Puts the hindrance in the way and starts an ingest; gives null where that is impossible on this machine. */
  act: (place: Place) => Promise<Ended> | null;
  /** Takes the hindrance away. */
  undo?: (place: Place) => void;
  /** What the ingest must say; null where it must succeed all the same. */
  said: RegExp | null;
}

const isRoot = process.getuid?.() === 0;
/** A user without privileges. */
const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : {};

const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Whether a user without privileges can run the project here. */
const canBeNobody = spawnSync(process.execPath, [script('ingest'), '--help'], nobody).status === 0;

const ingestArguments = ({ seeds }: Place): string[] => [script('ingest'), '--prune', seeds];

const ingestAsNobody = (place: Place): Promise<Ended> =>
  start(...node(...ingestArguments(place)), {
    env: { ...process.env, DATABASE: place.database },
    ...nobody,
  }).ended;

/** Closes a file or a folder to a user without privileges, who then ingests. */
function closed(place: Place, file: string, mode: number): Promise<Ended> | null {
  if (!canBeNobody) return null;
  chmodSync(file, mode);
  return ingestAsNobody(place);
}

const peopleOf = ({ seeds }: Place): string => path.join(seeds, 'people.yaml');

/** Something in the place of a file of records. */
const inPlaceOfSeed = (name: string, make: (file: string) => boolean, said: RegExp): Hindrance => ({
  name,
  act(place) {
    copyFileSync(peopleOf(place), `${place.folder}/kept.yaml`);
    rmSync(peopleOf(place));
    return make(peopleOf(place)) ? startIngest(place.database, place.seeds).ended : null;
  },
  undo(place) {
    rmSync(peopleOf(place), { recursive: true, force: true });
    copyFileSync(`${place.folder}/kept.yaml`, peopleOf(place));
  },
  said,
});

const hindrances: readonly Hindrance[] = [
  {
    name: 'a full disk',
    act({ folder, database, seeds }) {
      const size = Math.ceil(statSync(database).size * 1.1); // no room for a second database
      copyFileSync(database, `${folder}/copy.sqlite`);
      if (!run('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path.dirname(database))) return null;
      copyFileSync(`${folder}/copy.sqlite`, database);
      return startIngest(database, seeds).ended;
    },
    undo: ({ database }) => void run('umount', '-l', path.dirname(database)),
    said: /data\.sqlite: the disk is full, .*free some space/,
  },
  {
    name: 'a limit of file sizes',
    act: (place) =>
      start('bash', ['-c', 'ulimit -f 1000; exec "$0" "$@"', ...node(...ingestArguments(place)).flat()], {
        env: { ...process.env, DATABASE: place.database },
      }).ended,
    said: /data\.sqlite: .*(the disk is full|limit of file sizes)/,
  },
  {
    name: 'a folder that is read-only',
    act: (place) => closed(place, path.dirname(place.database), 0o555),
    undo: ({ database }) => chmodSync(path.dirname(database), 0o755),
    said: /data\.sqlite: it cannot be (opened|written to); check/,
  },
  {
    name: 'a database that may not be read',
    act: (place) => closed(place, place.database, 0o000),
    undo: ({ database }) => chmodSync(database, 0o644),
    said: /data\.sqlite: .*check the (path and the )?permissions/,
  },
  {
    name: 'a file of records that may not be read',
    act(place) {
      chmodSync(path.dirname(place.database), 0o777);
      return closed(place, peopleOf(place), 0o000);
    },
    undo: (place) => chmodSync(peopleOf(place), 0o644),
    said: /people\.yaml: cannot be read; check its permissions/,
  },
  inPlaceOfSeed(
    'a folder in the place of a file of records',
    (file) => mkdirSync(file) === undefined,
    /people\.yaml: is a folder, but has the name of a file of records/,
  ),
  inPlaceOfSeed(
    'a pipe in the place of a file of records',
    (file) => run('mkfifo', file),
    /people\.yaml: is neither a file nor a folder/,
  ),
  inPlaceOfSeed(
    'a device in the place of a file of records',
    (file) => run('mknod', file, 'c', '1', '5'),
    /people\.yaml: is neither a file nor a folder/,
  ),
  {
    name: 'a clock that was set back',
    act: (place) =>
      start(...node(`--import=${clockOfLastYear}`, ...ingestArguments(place)), {
        env: { ...process.env, DATABASE: place.database },
      }).ended,
    said: null,
  },
];

/** A module that sets the clock of a process back by a year. */
const clockOfLastYear = `data:text/javascript,${encodeURIComponent(`const now = Date.now, year = 365 * 86_400_000;
globalThis.Date = class extends Date {
  constructor(...given) { super(...(given.length > 0 ? given : [now() - year])); }
  static now() { return now() - year; }
};`)}`;

t.test('each hindrance is named and does no harm', async (t) => {
  const place = placeIn(t.testdir({ served: {} }));
  const before = readFileSync(place.database);
  const server = await startServer(t, place.database);
  for (const { name, act, undo, said } of hindrances) {
    await t.test(name, async (t) => {
      const trying = act(place);
      if (trying === null) {
        t.pass('not tried: impossible on this machine');
        return;
      }
      try {
        check(t, await trying, said);
        if (said !== null) t.ok(readFileSync(place.database).equals(before), 'the old data is as it was');
        await mustServe(t, server);
      } finally {
        undo?.(place);
      }
      t.same(readdirSync(path.dirname(place.database)), ['data.sqlite'], 'nothing else is left');
      await mustServe(t, server);
    });
  }
  await ingest(place.database, place.seeds);
  await mustServe(t, server);
  t.equal(await server.stop(), 0);
});

function check(t: Test, { status, stderr }: Ended, said: RegExp | null): void {
  t.equal(status, said === null ? 0 : 1, stderr);
  if (said === null) return;
  t.match(stderr, said);
  t.match(stderr, /Nothing was written\./);
  t.notMatch(stderr, /\bat \S+ \(|node:internal/, 'no stack');
}

function placeIn(folder: string): Place {
  const place = {
    folder,
    database: path.join(folder, 'served', 'data.sqlite'),
    seeds: path.join(folder, 'seeds'),
  };
  copyFileSync(seedsDatabase, place.database);
  cpSync(inProject('seeds'), place.seeds, { recursive: true });
  const people = peopleOf(place);
  writeFileSync(people, readFileSync(people, 'utf8').replace('en: Vladimir Putin', 'en: V. Putin'));
  return place;
}

async function mustServe(t: Test, { port }: Server): Promise<void> {
  for (const url of ['/health/ready', '/statements?speaker=putin', '/people/putin'])
    t.equal((await askPatiently(port, url)).status, 200, url);
}
