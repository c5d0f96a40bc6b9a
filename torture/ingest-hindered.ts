// Puts everything in the way of an ingest that a system can: each time it must say what and leave the old data whole.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { removeFile } from '../src/ingest/building/working-file.ts';
import { inProject } from '../src/project.ts';
import { type Ended, program, startIngest, startProcess } from './processes.ts';
import { type Served, startServer } from './served.ts';
import type { Scale, Trial } from './trial.ts';

export const ingestHindered: Trial = {
  id: 'ingest-hindered',
  part: 'Nothing lost, nothing half-done',
  promise:
    'An ingest that meets a full disk, a limit, a closed door, an odd file, another ingest or a wrong clock says where, why and what to do; the old data stays whole, and the server goes on.',
  async run(scale, folder, say) {
    const tried: string[] = [];
    const skipped: string[] = [];
    const broken: string[] = [];
    const made = path.join(folder, 'made.sqlite');
    const { status, stderr } = await startIngest(made, [inProject('seeds')]).ended;
    if (status !== 0) throw new Error(stderr);
    for (const [at, hindrance] of hindrances.entries()) {
      const place = new Place(path.join(folder, String(at)));
      const complaints = await meet(hindrance, place.prepared(made), scale);
      if (typeof complaints === 'string') skipped.push(`${hindrance.name} (${complaints})`);
      else {
        tried.push(hindrance.name);
        broken.push(...complaints.map((each) => `${hindrance.name}: ${each}`));
      }
      say(`${hindrance.name}: ${typeof complaints === 'string' ? complaints : 'done'}`);
    }
    const figures = [{ name: 'hindrances', value: `${tried.length}: ${tried.join('; ')}` }];
    return {
      figures: skipped.length > 0 ? [...figures, { name: 'not tried', value: skipped.join('; ') }] : figures,
      broken,
    };
  },
};

/** A database that is served, and changed seeds to be loaded into it. */
class Place {
  readonly folder: string;
  readonly database: string;
  readonly seeds: string;

  constructor(folder: string) {
    this.folder = folder;
    this.database = path.join(folder, 'served', 'data.sqlite');
    this.seeds = path.join(folder, 'seeds');
  }

  /** Filled with a copy of a database that was made from the project's seeds. */
  prepared(made: string): Place {
    mkdirSync(path.dirname(this.database), { recursive: true });
    cpSync(inProject('seeds'), this.seeds, { recursive: true });
    copyFileSync(made, this.database);
    const people = path.join(this.seeds, 'people.yaml');
    writeFileSync(people, readFileSync(people, 'utf8').replace('en: Vladimir Putin', 'en: V. Putin'));
    return this;
  }

  ingest = (environment: Record<string, string> = {}): Promise<Ended> =>
    startIngest(this.database, ['--prune', this.seeds], environment).ended;

  /** As a user whom permissions hold. */
  ingestAsNobody = (): Promise<Ended> =>
    startProcess(process.execPath, [program('scripts/ingest.js'), '--prune', this.seeds], {
      env: { ...process.env, DATABASE: this.database },
      ...(process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}),
    }).ended;
}

const nobody = 65_534;

interface Hindrance {
  name: string;
  /** Puts it in the way, and ingests. Gives why it cannot be tried here as a text. */
  act(place: Place): Promise<Ended | string>;
  /** Takes it away. */
  undo?(place: Place): void;
  /** What the ingest must say; null where it must succeed all the same. */
  said: RegExp | null;
}

/** Tries one; gives what was wrong, or why it could not be tried as a text. */
async function meet({ act, undo, said }: Hindrance, place: Place, scale: Scale): Promise<string[] | string> {
  const before = readFileSync(place.database);
  const server = await startServer(place.database);
  try {
    const ended = await act(place);
    if (typeof ended === 'string') return ended;
    const complaints = said === null ? mustSucceed(ended) : mustFail(ended, said);
    if (said !== null && !readFileSync(place.database).equals(before))
      complaints.push('the old data has changed');
    complaints.push(...(await mustServe(server)));
    undo?.(place);
    const left = readdirSync(path.dirname(place.database)).filter((name) => name !== 'data.sqlite');
    if (left.length > 0) complaints.push(`${left.join(', ')} is left`);
    if (scale === 'short') return complaints;
    const next = await place.ingest();
    if (next.status !== 0) complaints.push(`the next ingest failed: ${next.stderr}`);
    return [...complaints, ...(await mustServe(server))];
  } finally {
    undo?.(place);
    await server.stop();
  }
}

const mustSucceed = ({ status, stderr }: Ended): string[] =>
  status === 0 ? [] : [`it ended with ${status}: ${stderr}`];

function mustFail({ status, signal, stderr }: Ended, said: RegExp): string[] {
  const complaints = status === 1 ? [] : [`it ended with ${status ?? signal}`];
  if (!said.test(stderr)) complaints.push(`it does not say ${said}: ${stderr}`);
  if (!/Nothing was written\./.test(stderr)) complaints.push('it does not say that nothing was written');
  if (/\bat \S+ \(|node:internal/.test(stderr)) complaints.push(`it shows a stack: ${stderr}`);
  return complaints;
}

async function mustServe({ ask }: Served): Promise<string[]> {
  const answers = await Promise.all(
    ['/health/ready', '/statements?speaker=putin', '/people/putin'].map((url) => ask(url)),
  );
  return answers
    .filter(({ status }) => status !== 200)
    .map(({ status, body }) => `the server answered ${status}: ${body}`);
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

const hindrances: readonly Hindrance[] = [
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
