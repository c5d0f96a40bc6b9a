// Damages the database of a running server in every page, and in other ways, and looks at what it answers.
import { mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { Random } from '../bench/performance/dataset/random.ts';
import { sealFile } from '../src/database/seal.ts';
import { inProject } from '../src/project.ts';
import { startIngest } from './processes.ts';
import { type Answer, isNotReady, type Served, startServer } from './served.ts';
import type { Outcome, Scale, Trial } from './trial.ts';

export const databaseDamaged: Trial = {
  id: 'database-damaged',
  part: 'Nothing lost, nothing half-done',
  promise:
    'From a database that is damaged, cut short, foreign, outdated, gone or replaced, the server answers what is right or nothing; it says so, is not ready meanwhile, and recovers by itself.',
  async run(scale, folder, say) {
    const seed = Date.now() % 1_000_000;
    say(`seed ${seed}`);
    const subject = await Subject.start(folder);
    try {
      const replaced = await subject.replaceByEach(otherFiles(folder, subject));
      const flipped = await flipPages(subject, scale, new Random(seed), say);
      const status = await subject.server.stop();
      const broken = [...subject.broken, ...(status === 0 ? [] : [`the server ended with ${status}`])];
      return { figures: [{ name: 'seed', value: String(seed) }, ...replaced, ...flipped], broken };
    } finally {
      subject.server.child.kill('SIGKILL');
    }
  },
};

/** Questions that read each part of the read model: items, lists, sets, words, names, counts, changes. */
const questions = [
  '/statements?limit=100',
  '/statements?speaker=putin&facets=topic,outlet',
  '/statements?place=alaska&sort=-renditions&limit=5',
  '/renditions?limit=50',
  '/search?q=peace',
  '/suggest?q=Put',
  '/people?limit=100',
  '/changes?limit=50',
  '/statements?format=ndjson',
];

/** A running server, its database, and what it answers as long as nothing is wrong. */
class Subject {
  readonly database: string;
  readonly good: Buffer;
  readonly broken: string[] = [];
  readonly server: Served;
  readonly #right = new Map<string, string>();
  /** Answers that were right, and refusals (503), while something was wrong. */
  readonly seen = { right: 0, refused: 0 };

  constructor(database: string, server: Served) {
    this.database = database;
    this.good = readFileSync(database);
    this.server = server;
  }

  static async start(folder: string): Promise<Subject> {
    const database = path.join(folder, 'served', 'data.sqlite');
    mkdirSync(path.dirname(database));
    const { status, stderr } = await startIngest(database, [inProject('seeds')]).ended;
    if (status !== 0) throw new Error(stderr);
    const subject = new Subject(database, await startServer(database));
    for (const url of questions) subject.#right.set(url, textOf(await subject.server.ask(url)));
    return subject;
  }

  /** Asks everything, or what is given, while something is wrong. */
  async lookAt(what: string, asked: readonly string[] = questions): Promise<void> {
    const ready = await this.server.ask('/health/ready');
    if (!isNotReady(ready)) this.broken.push(`${what}: ready with ${ready.status}`);
    for (const url of asked) {
      const answer = await this.server.ask(this.#unkept(url));
      if (answer.status === 200 && textOf(answer) === this.#right.get(url)) this.seen.right += 1;
      else if (isNotReady(answer)) this.seen.refused += 1;
      else this.broken.push(`${what}: ${url} answered ${answer.status}: ${answer.body.subarray(0, 200)}`);
    }
  }

  /** Puts the good file back, by a rename or in place, and looks whether all is as it was. */
  async restore(what: string, inPlace: boolean): Promise<void> {
    if (inPlace) writeFileSync(this.database, this.good);
    else put(this.database, this.good);
    const ready = await this.server.ask('/health/ready');
    if (ready.status !== 200) this.broken.push(`${what}: not ready once the file was good: ${ready.body}`);
    const [url = ''] = questions;
    const answer = await this.server.ask(this.#unkept(url));
    if (textOf(answer) !== this.#right.get(url))
      this.broken.push(`${what}: answers otherwise once the file was good`);
  }

  async replaceByEach(ways: readonly Way[]): Promise<Outcome['figures']> {
    for (const [what, act, said] of ways) {
      const before = this.server.log().length;
      act(this.database);
      await this.lookAt(what);
      await wait(300); // the log is written a tenth of a second at a time
      const log = this.server.log().slice(before);
      if (!said.test(log)) this.broken.push(`${what}: the log does not say ${said}: ${log}`);
      await this.restore(what, false);
    }
    const { right, refused } = this.seen;
    return [
      { name: 'the file', value: ways.map(([what]) => what).join('; ') },
      {
        name: 'answers meanwhile',
        value: `${right} right, ${refused} refused (503), 0 wrong, unless listed as broken`,
      },
    ];
  }

  /** The same question in words that were not used before, so that no kept answer is sent. */
  #unkept = (url: string): string => url.replace('?', `?${'&'.repeat(1 + (this.#asked++ % 1_000))}`);
  #asked = 0;
}

/** What does not depend on how the question was spelled. */
const textOf = ({ body }: Answer): string =>
  body
    .toString()
    .replaceAll(/\?&+/g, '?')
    .replaceAll(/"requestId":"[^"]+"/g, '');

/** A way in which the file is wrong: what it is, what makes it so, and what the log says then. */
type Way = [what: string, act: (database: string) => void, said: RegExp];

function otherFiles(folder: string, { good }: Subject): Way[] {
  const foreign = path.join(folder, 'foreign.sqlite');
  new Sqlite(foreign).exec('CREATE TABLE contacts (name TEXT)').close();
  const half = good.subarray(0, good.length / 2);
  const damaged = /the database is damaged; restore a backup, or delete it and run: npm run ingest/;
  return [
    ['gone', (database) => rmSync(database), /is gone or out of reach; put it back/],
    ['empty', (database) => put(database, Buffer.alloc(0)), /not a Summit Record database; make one with/],
    ['emptied in place', (database) => truncateSync(database), /not a Summit Record database; make one with/],
    ['cut in half', (database) => put(database, half), damaged],
    ['cut in half in place', (database) => truncateSync(database, half.length), damaged],
    [
      "another application's",
      (database) => put(database, readFileSync(foreign)),
      /not a Summit Record database; make one with/,
    ],
    [
      'of an older schema',
      (database) => put(database, ofSchema(folder, good, 5)),
      /bring it up to date with/,
    ],
    ['of a newer schema', (database) => put(database, ofSchema(folder, good, 99)), /use the newer release/],
    [
      'no database at all',
      (database) => put(database, Buffer.from('Not a database. '.repeat(1_000))),
      /not a SQLite database; move it away/,
    ],
    [
      'a folder',
      (database) => {
        rmSync(database);
        mkdirSync(database);
      },
      /a folder, not a file/,
    ],
  ];
}

/** The same as a release of that schema would have left it; the first schemas had no seal. */
function ofSchema(folder: string, good: Buffer, schema: number): Buffer {
  const file = path.join(folder, `schema-${schema}.sqlite`);
  writeFileSync(file, good);
  const database = new Sqlite(file);
  const size = Number(database.pragma('page_count', { simple: true })) * pageSize;
  database.pragma(`user_version = ${schema}`);
  database.close();
  truncateSync(file, size);
  if (schema > 7) sealFile(file);
  return readFileSync(file);
}

/** Puts a file in the place of another in one step. */
function put(database: string, bytes: Buffer): void {
  writeFileSync(`${database}.new`, bytes);
  rmSync(database, { recursive: true, force: true });
  renameSync(`${database}.new`, database);
}

const pageSize = 8_192;

/** Flips a byte in each page, in several places, in place and by another file in turn. */
async function flipPages(
  subject: Subject,
  scale: Scale,
  random: Random,
  say: (text: string) => void,
): Promise<Outcome['figures']> {
  const pages = Math.ceil(subject.good.length / pageSize);
  const [step, places] = scale === 'full' ? [1, 2] : [Math.ceil(pages / 5), 1];
  const before = { ...subject.seen };
  let flips = 0;
  for (let page = 0; page < pages; page += step) {
    for (let place = 0; place < places; place += 1) {
      const at = Math.min(page * pageSize + random.below(pageSize), subject.good.length - 1);
      const bytes = Buffer.from(subject.good);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 + random.below(255)), at);
      const inPlace = flips % 2 === 0;
      if (inPlace) writeFileSync(subject.database, bytes);
      else put(subject.database, bytes);
      flips += 1;
      const some = questions.filter((_, index) => index % 3 === Math.floor(flips / 2) % 3); // in turn, for the time it takes
      await subject.lookAt(`byte ${at} ${inPlace ? 'in place' : 'in another file'}`, some);
      await subject.restore(`byte ${at}`, inPlace);
    }
    if (page % 100 === 99) say(`${page + 1} of ${pages} pages`);
  }
  const { right, refused } = subject.seen;
  return [
    {
      name: 'flipped bytes',
      value: `${flips}, in ${Math.ceil(pages / step)} of ${pages} pages; ${right - before.right} answers right (of the data before it), ${refused - before.refused} refused`,
    },
  ];
}
