// Kills an ingest at random moments, and looks at what is left: the old data or the new, whole, and nothing in the way.
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { Random } from '../bench/performance/dataset/random.ts';
import { writeData } from '../bench/performance/dataset/write.ts';
import { median } from '../bench/performance/measure/figures.ts';
import { inProject } from '../src/project.ts';
import { contentOf, unsoundness } from './database-content.ts';
import { type Ended, startIngest } from './processes.ts';
import type { Scale, Trial } from './trial.ts';

export const ingestKilled: Trial = {
  id: 'ingest-killed',
  part: 'Nothing lost, nothing half-done',
  promise:
    'An ingest that is killed at any moment leaves the old data or the new, whole and sound, and the next ingest succeeds.',
  async run(scale, folder, say) {
    const seed = Date.now() % 1_000_000;
    say(`seed ${seed}`);
    const lanes = plans[scale].map((plan, lane) => killInTurn(plan, folder, new Random(seed + lane)));
    const all = (await Promise.all(lanes)).flat();
    return {
      figures: [
        { name: 'seed of the moments', value: String(seed) },
        ...all.map(({ data, tally }) => ({ name: data, value: textOf(tally) })),
      ],
      broken: all.flatMap(({ tally }) => tally.broken),
    };
  },
};

/** Data whose ingest is killed so often: the project's seeds, or so many generated statements. */
interface Plan {
  statements: number | 'seeds';
  kills: number;
}

/** Two lists, worked off side by side on two cores. In the full form, 9,500 statements are enough for the ingest to use threads. */
const plans: Record<Scale, readonly (readonly Plan[])[]> = {
  short: [[{ statements: 'seeds', kills: 3 }], [{ statements: 200, kills: 2 }]],
  full: [
    [{ statements: 'seeds', kills: 155 }],
    [
      { statements: 9_500, kills: 12 },
      { statements: 300, kills: 33 },
    ],
  ],
};

async function killInTurn(
  plan: readonly Plan[],
  folder: string,
  random: Random,
): Promise<{ data: string; tally: Tally }[]> {
  const done = [];
  for (const { statements, kills } of plan) {
    const write = statements === 'seeds' ? writeSeeds : generatedWriter(statements);
    const subject = new Subject(path.join(folder, String(statements)), write);
    const data = statements === 'seeds' ? 'the seeds (YAML)' : `${statements} statements (NDJSON)`;
    done.push({ data, tally: await killOften(subject, kills, random) });
  }
  return done;
}

/** What was seen of many kills. */
interface Tally {
  kills: number;
  old: number;
  fresh: number;
  /** How many ended before the kill came. */
  late: number;
  /** How many left an unfinished file behind. */
  leftovers: number;
  /** Of a whole ingest, in seconds. */
  length: number;
  broken: string[];
}

const textOf = ({ kills, old, fresh, late, leftovers, length }: Tally): string =>
  `killed ${kills} times within ${length.toFixed(1)} s; ${old} times the old data stood, ${fresh} times the new (${late} had ended); ${leftovers} unfinished files, each removed by the next ingest`;

/** When to kill: so far into a usual run; or as soon as a file of this name is made, or takes another's place. */
type Moment = { share: number } | { sight: string };

/** Every tenth kill waits to see the new file begun, and every tenth to see it in its place; all others are timed. */
function momentOf(at: number, random: Random, subject: Subject): Moment {
  if (at % 10 === 4) return { sight: `${subject.name}.next` };
  if (at % 10 === 9) return { sight: subject.name };
  return { share: random.below(1_050) / 1_000 };
}

async function killOften(subject: Subject, kills: number, random: Random): Promise<Tally> {
  const lengths = await subject.prepare();
  const tally: Tally = { kills, old: 0, fresh: 0, late: 0, leftovers: 0, length: 0, broken: [] };
  for (let at = 0; at < kills; at += 1) {
    const target = 1 - subject.holds;
    const moment = momentOf(at, random, subject);
    const when = 'share' in moment ? `at ${moment.share} of its time` : `when ${moment.sight} was there`;
    const before = digestOf(subject.database);
    const { status } = await subject.ingestAndKill(target, moment, median(lengths));
    if (status === 0) tally.late += 1;
    tally.leftovers += subject.leftovers().length > 0 ? 1 : 0;
    const state = subject.stateAfter(before, target);
    if (state === 'old') tally.old += 1;
    else if (state === 'new') tally.fresh += 1;
    else tally.broken.push(`${subject.name}, killed ${when}: ${state}`);
    const { ended, complaint } = await subject.ingest(target);
    lengths.push(ended.seconds);
    if (complaint !== null) tally.broken.push(`${subject.name}, after a kill ${when}: ${complaint}`);
  }
  return { ...tally, length: median(lengths) };
}

/** A database with two versions of its data, of which it holds one. */
class Subject {
  readonly name = 'data.sqlite';
  readonly database: string;
  /** The version that was loaded last. */
  holds = 0;
  readonly #folder: string;
  readonly #input: string;
  readonly #temporary: string;
  readonly #write: (folder: string, version: number) => void;
  /** What the database holds after each version was loaded whole. */
  readonly #contents: string[] = [];

  constructor(folder: string, writeVersion: (folder: string, version: number) => void) {
    this.#folder = folder;
    this.#input = path.join(folder, 'input');
    this.#temporary = path.join(folder, 'temporary');
    this.database = path.join(folder, 'database', this.name);
    this.#write = writeVersion;
  }

  /** Loads both versions once, undisturbed; gives how long the second took. */
  async prepare(): Promise<number[]> {
    for (const folder of [this.#temporary, path.dirname(this.database)])
      mkdirSync(folder, { recursive: true });
    let seconds = 0;
    for (const version of [0, 1]) {
      this.#write(path.join(this.#folder, String(version)), version);
      const { ended, complaint } = await this.ingest(version);
      if (complaint !== null) throw new Error(complaint);
      this.#contents.push(contentOf(this.database));
      seconds = ended.seconds;
    }
    return [seconds];
  }

  async ingestAndKill(version: number, moment: Moment, length: number): Promise<Ended> {
    const { child, ended } = this.#start(version);
    const kill = (): unknown => child.kill('SIGKILL');
    if ('share' in moment) {
      void wait(moment.share * length * 1_000).then(kill);
      return ended;
    }
    const watcher = watch(path.dirname(this.database), (_event, name) => name === moment.sight && kill());
    return ended.finally(() => watcher.close());
  }

  /** Loads a version to the end; complains where that does not work, or where anything is left beside the database. */
  async ingest(version: number): Promise<{ ended: Ended; complaint: string | null }> {
    const ended = await this.#start(version).ended;
    this.holds = version;
    if (ended.status !== 0)
      return { ended, complaint: `the next ingest ended with ${ended.status}: ${ended.stderr}` };
    const expected = this.#contents[version];
    if (expected !== undefined && contentOf(this.database) !== expected)
      return { ended, complaint: 'the next ingest left other data' };
    const left = [...this.leftovers(), ...readdirSync(this.#temporary)];
    return { ended, complaint: left.length > 0 ? `${left.join(', ')} is left for good` : null };
  }

  /** What lies beside the database. */
  leftovers = (): string[] => readdirSync(path.dirname(this.database)).filter((name) => name !== this.name);

  /** Whether the file is the very one that was there, or the new version; else what it is. */
  stateAfter(before: string, version: number): string {
    const complaints = unsoundness(this.database);
    if (complaints.length > 0) return complaints.join('; ');
    if (this.leftovers().some((name) => !/\.next(-journal|-old)?$/.test(name)))
      return `${this.leftovers().join(', ')} is left`;
    if (digestOf(this.database) === before) return 'old';
    if (contentOf(this.database) === this.#contents[version]) return 'new';
    return `neither the old data nor the new, but version ${versionOf(this.database)}`;
  }

  #start(version: number) {
    rmSync(this.#input, { force: true });
    symlinkSync(path.join(this.#folder, String(version)), this.#input); // the records come from one place in both versions
    return startIngest(this.database, ['--prune', this.#input], { TMPDIR: this.#temporary });
  }
}

const digestOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

function versionOf(file: string): unknown {
  const database = new Sqlite(file, { readonly: true });
  try {
    return database.prepare('SELECT version FROM dataset').pluck().get();
  } finally {
    database.close();
  }
}

/** The project's own seeds, and the same with another name for whom they speak of most. */
function writeSeeds(folder: string, version: number): void {
  cpSync(inProject('seeds'), folder, { recursive: true });
  if (version === 0) return;
  const file = path.join(folder, 'people.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('en: Vladimir Putin', 'en: Vladimir V. Putin'));
}

/** Generated statements, and the same in other words, a few of them missing. */
const generatedWriter =
  (statements: number) =>
  (folder: string, version: number): void => {
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, 'data.ndjson');
    writeData(file, statements - version * 50);
    if (version > 0)
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"gist":{"en":"', '$&Again: '));
  };
