// A database that is served, and changed seeds to be loaded into it.
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../../src/project.ts';
import { type Ended, program, startIngest, startProcess } from '../processes.ts';

/** A user without privileges, by number. */
export const nobody = 65_534;

/** Where one ingest is tried. */
export class Place {
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
