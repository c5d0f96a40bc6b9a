// Kills an ingest at random moments: the old data or the new is left, whole and sound, and the next ingest succeeds.
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
import t, { type Test } from 'tap';
import { Random } from '../../bench/data/random.ts';
import { writeData } from '../../bench/data/write.ts';
import { inProject } from '../../src/project.ts';
import { contentOf, unsoundness } from '../support/database-content.ts';
import { ingest, startIngest } from './server.ts';

/** Writes one of two versions of the data, 0 or 1, into a folder. */
type WriteVersion = (folder: string, version: number) => void;

/** Each ingest replaces one version by the other: first one that is killed, then one that is not. */
async function killOften(t: Test, kills: number, writeVersion: WriteVersion): Promise<void> {
  const seed = Date.now() % 1_000_000;
  t.comment(`seed ${seed}`);
  const random = new Random(seed);
  const place = new TwoVersions(t.testdir({ database: {}, temporary: {} }), writeVersion);
  await place.load(0);
  let seconds = await place.load(1);
  let version = 1;
  for (let at = 0; at < kills; at += 1) {
    version = 1 - version;
    const before = digestOf(place.database);
    const moment = await place.loadAndKill(version, momentOf(at, random), seconds);
    t.same(unsoundness(place.database), [], `killed ${moment}: the database is sound`);
    const isOld = digestOf(place.database) === before;
    if (!isOld)
      t.equal(contentOf(place.database), place.contents[version], `killed ${moment}: all of the new data`);
    for (const name of place.leftovers())
      t.match(name, /\.next(-journal|-old)?$/, `killed ${moment}: what is left`);
    seconds = await place.load(version);
    t.equal(contentOf(place.database), place.contents[version], 'the next ingest loads everything');
    t.same(place.leftovers(), [], 'and leaves nothing else');
  }
}

/** A share of the time that an ingest takes, or the moment when a file of this name appears. */
type Moment = number | string;

/** Some kills come when the new file is begun, some when it takes the place of the old one, and all others at any time. */
function momentOf(at: number, random: Random): Moment {
  if (at % 8 === 3) return 'data.sqlite.next';
  if (at % 8 === 7) return 'data.sqlite';
  return random.below(1_000) / 1_000;
}

/** A database and two versions of its data. */
class TwoVersions {
  readonly database: string;
  /** What the database holds after each version was loaded. */
  readonly contents: string[] = [];
  readonly #folder: string;
  readonly #temporary: string;
  readonly #input: string;

  constructor(folder: string, writeVersion: WriteVersion) {
    this.#folder = folder;
    this.#temporary = path.join(folder, 'temporary');
    this.#input = path.join(folder, 'input');
    this.database = path.join(folder, 'database', 'data.sqlite');
    for (const version of [0, 1]) writeVersion(path.join(folder, String(version)), version);
  }

  /** Loads a version to the end and gives how long that took, in seconds. */
  async load(version: number): Promise<number> {
    this.#choose(version);
    const { seconds } = await ingest(this.database, this.#input);
    this.contents[version] ??= contentOf(this.database);
    return seconds;
  }

  /** Begins to load a version, kills the ingest, and gives in words when. */
  async loadAndKill(version: number, moment: Moment, seconds: number): Promise<string> {
    this.#choose(version);
    const { child, ended } = startIngest(this.database, this.#input, { TMPDIR: this.#temporary });
    const kill = (): unknown => child.kill('SIGKILL');
    if (typeof moment === 'number') {
      await wait(moment * seconds * 1_000);
      kill();
      await ended;
      return `after ${moment} of its time`;
    }
    const watcher = watch(path.dirname(this.database), (_event, name) => name === moment && kill());
    await ended;
    watcher.close();
    return `when ${moment} appeared`;
  }

  /** The files beside the database. */
  leftovers = (): string[] =>
    readdirSync(path.dirname(this.database)).filter((name) => name !== path.basename(this.database));

  /** The records come from the same path in both versions. */
  #choose(version: number): void {
    rmSync(this.#input, { force: true });
    symlinkSync(path.join(this.#folder, String(version)), this.#input);
  }
}

const digestOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** The seeds, and the same with another name for a person that many statements name. */
function writeSeeds(folder: string, version: number): void {
  cpSync(inProject('seeds'), folder, { recursive: true });
  if (version === 0) return;
  const file = path.join(folder, 'people.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('en: Vladimir Putin', 'en: Vladimir V. Putin'));
}

/** A thousand statements, and the same in other words, fifty of them missing. */
function writeGenerated(folder: string, version: number): void {
  mkdirSync(folder);
  const file = path.join(folder, 'data.ndjson');
  writeData(file, 1_000 - version * 50);
  if (version > 0) writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"gist":{"en":"', '$&Again: '));
}

t.test('the seeds', (t) => killOften(t, 16, writeSeeds));

t.test('generated statements', (t) => killOften(t, 3, writeGenerated));
