// Everything that a system can put in the way of an ingest, and what the ingest must say of it.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { removeFile } from '../../src/ingest/building/working-file.ts';
import { inProject } from '../../src/project.ts';
import { type Ended, program, startIngest, startProcess } from '../processes.ts';
import { nobody, type Place } from './place.ts';

export interface Hindrance {
  name: string;
  /** Puts it in the way, and ingests. Gives why it cannot be tried here as a text. */
  act(place: Place): Promise<Ended | string>;
  /** Takes it away. */
  undo?(place: Place): void;
  /** What the ingest must say; null where it must succeed all the same. */
  said: RegExp | null;
}

/** Runs the ingest as nobody after something was closed to that user. */
async function closed(place: Place, file: string, mode: number): Promise<Ended | string> {
  const trial = await startProcess(process.execPath, [program('scripts/ingest.js'), '--help'], {
    ...(process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}),
  }).ended;
  if (trial.status !== 0) return 'no user without privileges can run the project here';
  chmodSync(file, mode);
  return place.ingestAsNobody();
}

const run = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** A tenth larger than a database: there is no room for a second one. */
const tight = (place: Place): number => Math.ceil(statSync(place.database).size * 1.1);

export const hindrances: readonly Hindrance[] = [
  {
    name: 'a full disk',
    async act(place) {
      const folder = path.dirname(place.database);
      const copy = `${place.folder}/copy.sqlite`;
      copyFileSync(place.database, copy);
      if (!run('mount', ['-t', 'tmpfs', '-o', `size=${tight(place)}`, 'tmpfs', folder]))
        return 'no file system may be mounted here';
      copyFileSync(copy, place.database);
      return place.ingest();
    },
    undo(place) {
      const folder = path.dirname(place.database);
      const copy = `${place.folder}/copy.sqlite`;
      if (existsSync(copy)) run('umount', ['-l', folder]);
      rmSync(copy, { force: true });
    },
    said: /data\.sqlite: the disk is full; free some space/,
  },
  {
    name: 'a limit of file sizes',
    act: (place) =>
      startProcess(
        'bash',
        [
          '-c',
          'ulimit -f 1000; exec "$0" "$@"',
          process.execPath,
          program('scripts/ingest.js'),
          '--prune',
          place.seeds,
        ],
        { env: { ...process.env, DATABASE: place.database } },
      ).ended,
    said: /data\.sqlite: .*(the disk is full|limit of file sizes)/,
  },
  {
    name: 'a folder that is read-only',
    act: (place) => closed(place, path.dirname(place.database), 0o555),
    undo: (place) => chmodSync(path.dirname(place.database), 0o755),
    said: /data\.sqlite: it cannot be (opened|written to); check/,
  },
  {
    name: 'a database that may not be read',
    act: (place) => closed(place, place.database, 0o000),
    undo: (place) => chmodSync(place.database, 0o644),
    said: /data\.sqlite: .*check the (path and the )?permissions/,
  },
  {
    name: 'a seed that may not be read',
    act(place) {
      chmodSync(path.dirname(place.database), 0o777); // only the seed is closed
      return closed(place, path.join(place.seeds, 'people.yaml'), 0o000);
    },
    undo: (place) => chmodSync(path.join(place.seeds, 'people.yaml'), 0o644),
    said: /people\.yaml: cannot be read; check its permissions/,
  },
  ...oddSeeds(),
  {
    name: 'another ingest at the same time',
    async act(place) {
      const other = startIngest(place.database, [inProject('seeds')]);
      while (!statSync(`${place.database}.next`, { throwIfNoEntry: false })?.size) await wait(5); // then it is locked
      other.child.kill('SIGSTOP');
      const ended = await place.ingest();
      other.child.kill('SIGKILL');
      await other.ended;
      removeFile(`${place.database}.next`); // as the next ingest would
      return ended;
    },
    said: /data\.sqlite: another ingest is writing to it; wait until it has finished/,
  },
  {
    name: 'a clock that was set back',
    act: (place) => place.ingest({ NODE_OPTIONS: `--import=${aYearAgo}` }),
    said: null,
  },
];

/** Files in the place of a seed that are none. */
function oddSeeds(): Hindrance[] {
  const inPlaceOf = (name: string, make: (file: string) => boolean, said: RegExp): Hindrance => ({
    name: `a seed that is ${name}`,
    async act(place) {
      const file = path.join(place.seeds, 'people.yaml');
      copyFileSync(file, `${place.folder}/kept.yaml`);
      rmSync(file);
      return make(file) ? place.ingest() : `${name} cannot be made here`;
    },
    undo(place) {
      const [file, kept] = [path.join(place.seeds, 'people.yaml'), `${place.folder}/kept.yaml`];
      if (!existsSync(kept)) return;
      rmSync(file, { recursive: true, force: true });
      cpSync(kept, file);
      rmSync(kept);
    },
    said,
  });
  const odd = /people\.yaml: is neither a file nor a folder/;
  return [
    inPlaceOf(
      'a folder',
      (file) => mkdirSync(file) === undefined,
      /people\.yaml: is a folder, but has the name of a file of records/,
    ),
    inPlaceOf('a pipe', (file) => run('mkfifo', [file]), odd),
    inPlaceOf('a device', (file) => run('mknod', [file, 'c', '1', '5']), odd),
  ];
}

const year = 365 * 86_400_000;

/** A module that sets the clock of a process back. */
const aYearAgo = `data:text/javascript,${encodeURIComponent(`const now = Date.now;
globalThis.Date = class extends Date {
  constructor(...given) { super(...(given.length > 0 ? given : [now() - ${year}])); }
  static now() { return now() - ${year}; }
};`)}`;
