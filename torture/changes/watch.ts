// Asks while the data changes, and takes note of all that should not be.
import { Agent, get, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Random } from '../../bench/performance/dataset/random.ts';
import { countOf, lasting, versionsIn } from './marked-data.ts';

/** A question, and how many statements an answer tells of where it tells that. */
interface Question {
  path: string;
  counts?: (body: string) => (number | undefined)[];
}

/** What is read of a list. */
interface List {
  data: { id: string }[];
  page: { total: number; next: string | null };
  facets?: { topic: { values: { count: number }[] } };
}

const total = (body: string): number[] => [(JSON.parse(body) as List).page.total];

/** Pages that are kept and pages that are not, sets, counts, searches in threads, items and streams. */
const questionsWith = (random: Random): Question[] => [
  { path: '/statements', counts: total },
  { path: `/statements?limit=${1 + random.below(100)}&speaker=ada`, counts: total },
  {
    path: `/statements?limit=${1 + random.below(10)}&facets=topic`,
    counts: (body) => {
      const { page, facets } = JSON.parse(body) as List;
      return [page.total, facets?.topic.values[0]?.count];
    },
  },
  { path: `/search?q=statement&limit=${1 + random.below(50)}`, counts: total },
  { path: `/statements/said-${String(random.below(lasting)).padStart(4, '0')}` },
  { path: '/people/ada' },
  { path: '/statements?format=ndjson', counts: (body) => [body.trimEnd().split('\n').length] },
];

interface Got {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** What all clients have seen. */
export class Watch {
  readonly broken: string[] = [];
  readonly #port: number;
  readonly #agent = new Agent({ keepAlive: true });
  /** The version that each entity tag stood for. */
  readonly #tags = new Map<string, number>();
  readonly #seen = new Set<number>();
  #requests = 0;
  #unchanged = 0;
  #walks = 0;
  #crossed = 0;
  #isStopped = false;

  constructor(port: number) {
    this.#port = port;
  }

  /** Takes note where something does not hold. The first few say enough. */
  note(holds: boolean, what: string): void {
    if (!holds && this.broken.length < 20) this.broken.push(what);
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** Closes its connections. */
  leave(): void {
    this.#agent.destroy();
  }

  async askUntilStopped(random: Random): Promise<void> {
    let last = 0;
    while (!this.#isStopped) {
      if (random.chance(0.02)) await this.#walk();
      const version = await this.#ask(random.one(questionsWith(random)));
      this.note(version === null || version >= last, `version ${version} was answered after version ${last}`);
      last = version ?? last;
    }
  }

  /** From the moment that an ingest has ended, answers are of its version. */
  async expect(version: number): Promise<void> {
    for (const path of ['/statements', '/search?q=statement']) {
      const found = await this.#ask({ path, counts: total });
      this.note(
        found === version,
        `${path} is of version ${found} after that of version ${version} was loaded`,
      );
    }
  }

  /** The version that an answer is of; null where there was none. */
  async #ask({ path, counts }: Question): Promise<number | null> {
    const got = await this.#get(path);
    if (got === null) return null;
    const { body, headers } = got;
    const versions = [...versionsIn(body)];
    const [version = -1] = versions;
    this.note(versions.length === 1, `${path} is of versions ${versions.join(', ')}`);
    for (const count of counts?.(body) ?? [])
      this.note(count === countOf(version), `${path} tells of ${count} statements in version ${version}`);
    this.#checkTag(`${headers.etag} ${path}`, version);
    this.#seen.add(version);
    await this.#askAgain(path, String(headers.etag));
    return version;
  }

  /** Equal tags are of equal bytes. */
  #checkTag(tag: string, version: number): void {
    const known = this.#tags.get(tag) ?? version;
    this.note(known === version, `${tag} was the tag of version ${known}, and is that of ${version}`);
    this.#tags.set(tag, version);
  }

  async #askAgain(path: string, etag: string): Promise<void> {
    const again = await this.#get(path, { 'if-none-match': etag });
    if (again?.status === 304) this.#unchanged += 1;
    else this.note(again?.headers.etag !== etag, `${path}: ${etag} has not changed, and was sent again`);
  }

  /** Walks through the list, however often it changes meanwhile: what stays is seen, and nothing twice. */
  async #walk(): Promise<void> {
    const seen: string[] = [];
    const versions = new Set<number>();
    for (let next: string | null = '/statements?limit=10'; next !== null; ) {
      const got: Got | null = await this.#get(next);
      if (got === null) return;
      const { data, page } = JSON.parse(got.body) as List;
      const found = [...versionsIn(got.body)];
      this.note(found.length === 1, `a page of a walk is of versions ${found.join(', ')}`);
      for (const version of found) versions.add(version);
      seen.push(...data.map(({ id }) => id));
      next = page.next === null ? null : page.next.replace(/^https?:\/\/[^/]+/, '');
    }
    const lastingSeen = seen.filter((id) => Number(id.slice('said-'.length)) < lasting).length;
    this.note(new Set(seen).size === seen.length, 'a walk met a statement twice');
    this.note(lastingSeen === lasting, `a walk met ${lastingSeen} of ${lasting} statements`);
    this.#walks += 1;
    this.#crossed += versions.size > 1 ? 1 : 0;
  }

  /** Null where there was no whole answer, or one that is an error: both are taken note of. */
  async #get(path: string, headers: Record<string, string> = {}): Promise<Got | null> {
    this.#requests += 1;
    try {
      const got = await request({ port: this.#port, path, headers, agent: this.#agent });
      this.note(got.status === 200 || got.status === 304, `${path} answered ${got.status}: ${got.body}`);
      return got.status < 400 ? got : null;
    } catch (error) {
      this.note(false, `${path} failed: ${error}`);
      return null;
    }
  }

  figures(changes: number, clientCount: number) {
    const number = (value: number): string => value.toLocaleString('en');
    return [
      { name: 'changes', value: `${changes}, of which ${this.#seen.size - 1} were seen in answers` },
      {
        name: 'requests',
        value: `${number(this.#requests)} by ${clientCount} clients, ${number(this.#unchanged)} answered with 304`,
      },
      { name: 'failed, mixed or outdated', value: number(this.broken.length) },
      {
        name: 'walks by cursors',
        value: `${number(this.#walks)}, ${number(this.#crossed)} of them across a change`,
      },
    ];
  }
}

function request(options: {
  port: number;
  path: string;
  headers: Record<string, string>;
  agent: Agent;
}): Promise<Got> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', ...options }, (response) => {
      buffer(response).then(
        (bytes) =>
          resolve({ status: Number(response.statusCode), headers: response.headers, body: bytes.toString() }),
        reject,
      );
    }).on('error', reject);
  });
}
