// A database with two versions of its data, each of which is loaded in the place of the other, whole or killed on the way.
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
import { writeData } from '../../bench/performance/dataset/write.ts';
import { inProject } from '../../src/project.ts';
import { contentOf, unsoundness } from '../database-content.ts';
import { type Ended, startIngest } from '../processes.ts';

export /** When to kill: so far into a usual run; or as soon as a file of this name is made, or takes another's place. */
type Moment = { share: number } | { sight: string };

/** It holds one of them at a time. */
export class TwoVersions {
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

export const digestOf = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex');

function versionOf(file: string): unknown {
  const database = new Sqlite(file, { readonly: true });
  try {
    return database.prepare('SELECT version FROM dataset').pluck().get();
  } finally {
    database.close();
  }
}

/** The project's own seeds, and the same with another name for whom they speak of most. */
export function writeSeeds(folder: string, version: number): void {
  cpSync(inProject('seeds'), folder, { recursive: true });
  if (version === 0) return;
  const file = path.join(folder, 'people.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('en: Vladimir Putin', 'en: Vladimir V. Putin'));
}

/** Generated statements, and the same in other words, a few of them missing. */
export const generatedWriter =
  (statements: number) =>
  (folder: string, version: number): void => {
    mkdirSync(folder, { recursive: true });
    const file = path.join(folder, 'data.ndjson');
    writeData(file, statements - version * 50);
    if (version > 0)
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"gist":{"en":"', '$&Again: '));
  };
