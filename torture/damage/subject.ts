// A running server, its database, and what it answers as long as nothing is wrong with that.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inProject } from '../../src/project.ts';
import { type Answer, ask, isNotReady } from '../asking.ts';
import { startIngest } from '../processes.ts';
import { type Serving, startServing } from '../serving.ts';
import type { Outcome } from '../trial.ts';
import { put, type Way } from './other-files.ts';

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

/** What is damaged, and asked. */
export class Subject {
  readonly database: string;
  readonly good: Buffer;
  readonly broken: string[] = [];
  readonly server: Serving;
  readonly #right = new Map<string, string>();
  /** Answers that were right, and refusals (503), while something was wrong. */
  readonly seen = { right: 0, refused: 0 };

  constructor(database: string, server: Serving) {
    this.database = database;
    this.good = readFileSync(database);
    this.server = server;
  }

  static async start(folder: string): Promise<Subject> {
    const database = path.join(folder, 'served', 'data.sqlite');
    mkdirSync(path.dirname(database));
    const { status, stderr } = await startIngest(database, [inProject('seeds')]).ended;
    if (status !== 0) throw new Error(stderr);
    const subject = new Subject(database, await startServing(folder, { database }));
    for (const url of questions) subject.#right.set(url, textOf(await subject.ask(url)));
    return subject;
  }

  ask = (url: string): Promise<Answer> => ask(this.server.port, url);

  /** Asks everything while something is wrong. */
  async lookAt(what: string): Promise<void> {
    const ready = await this.ask('/health/ready');
    if (!isNotReady(ready)) this.broken.push(`${what}: ready with ${ready.status}`);
    for (const url of questions) {
      const answer = await this.ask(this.#unkept(url));
      if (answer.status === 200 && textOf(answer) === this.#right.get(url)) this.seen.right += 1;
      else if (isNotReady(answer)) this.seen.refused += 1;
      else this.broken.push(`${what}: ${url} answered ${answer.status}: ${answer.body.subarray(0, 200)}`);
    }
  }

  /** Puts the good file back, and looks whether all is as it was. */
  async restore(what: string): Promise<void> {
    put(this.database, this.good);
    const ready = await this.ask('/health/ready');
    if (ready.status !== 200) this.broken.push(`${what}: not ready once the file was good: ${ready.body}`);
    const [url = ''] = questions;
    const answer = await this.ask(this.#unkept(url));
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
      await this.restore(what);
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
