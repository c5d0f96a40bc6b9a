// A client that asks while the data changes and reports every answer that is not of one version alone.
import type { Agent } from 'node:http';
import type { Random } from '../../../bench/data/random.ts';
import { type Answer, askPatiently } from '../server.ts';
import { countOf, shared, versionsIn } from './versions.ts';

/** What is read of a list. */
interface List {
  data: { id: string }[];
  page: { total: number; next: string | null };
  facets?: { topic: { values: { count: number }[] } };
}

/** A URL and, where an answer shows how many statements there are, how to read that. */
interface Question {
  url: string;
  counts?: (body: string) => (number | undefined)[];
}

const total = (body: string): number[] => [(JSON.parse(body) as List).page.total];

/** Cached and uncached pages, facets, searches in threads, items, streams. */
const questions = (random: Random): Question[] => [
  { url: '/statements', counts: total },
  { url: `/statements?limit=${1 + random.below(100)}&speaker=ada`, counts: total },
  {
    url: `/statements?limit=${1 + random.below(10)}&facets=topic`,
    counts: (body) => {
      const { page, facets } = JSON.parse(body) as List;
      return [page.total, facets?.topic.values[0]?.count];
    },
  },
  { url: `/search?q=statement&limit=${1 + random.below(50)}`, counts: total },
  { url: `/statements/said-${String(random.below(shared)).padStart(4, '0')}` },
  { url: '/people/ada' },
  { url: '/statements?format=ndjson', counts: (body) => [body.trimEnd().split('\n').length] },
];

/** What all clients of a test have in common. */
export interface Watch {
  port: number;
  agent: Agent;
  /** Reports something that is wrong. */
  report: (wrong: string) => void;
  /** The version of each entity tag with its URL: equal tags stand for equal bytes. */
  tags: Map<string, number>;
  seen: { answers: number; unchanged: number; walks: number; crossed: number };
  isOver: boolean;
}

/** Asks until the watch is over. Versions never go back. */
export async function askUntilOver(watch: Watch, random: Random): Promise<void> {
  let last = 0;
  while (!watch.isOver) {
    if (random.chance(0.02)) await walk(watch);
    const version = await askOne(watch, random.one(questions(random)));
    if (version !== null && version < last)
      watch.report(`version ${version} was answered after version ${last}`);
    last = version ?? last;
  }
}

/** Checks that answers are of a version, from the moment when its ingest has ended. */
export async function expectVersion(watch: Watch, version: number): Promise<void> {
  for (const url of ['/statements', '/search?q=statement']) {
    const found = await askOne(watch, { url, counts: total });
    if (found !== version) watch.report(`${url} is of version ${found} after version ${version} was loaded`);
  }
}

/** The version that an answer is of; null where it was an error. */
async function askOne(watch: Watch, { url, counts }: Question): Promise<number | null> {
  const answer = await answerTo(watch, url);
  if (answer === null) return null;
  const body = answer.body.toString();
  const version = onlyVersion(watch, url, body);
  for (const count of counts?.(body) ?? [])
    if (count !== countOf(version)) watch.report(`${url} counts ${count} statements in version ${version}`);
  const etag = String(answer.headers.etag);
  const tagged = watch.tags.get(`${etag} ${url}`) ?? version;
  if (tagged !== version) watch.report(`${etag} of ${url} stands for versions ${tagged} and ${version}`);
  watch.tags.set(`${etag} ${url}`, version);
  const again = await answerTo(watch, url, { 'if-none-match': etag });
  if (again?.status === 304) watch.seen.unchanged += 1;
  else if (again?.headers.etag === etag) watch.report(`${url}: ${etag} has not changed and was sent again`);
  return version;
}

function onlyVersion({ report }: Watch, url: string, body: string): number {
  const [version = -1, ...others] = versionsIn(body);
  if (version === -1 || others.length > 0) report(`${url} is of versions ${[version, ...others].join(', ')}`);
  return version;
}

/** Walks through a list by cursors, over changes: it meets each statement that stays, and none twice. */
async function walk(watch: Watch): Promise<void> {
  const met: string[] = [];
  const versions = new Set<number>();
  for (let url: string | null = '/statements?limit=10'; url !== null; ) {
    const answer: Answer | null = await answerTo(watch, url);
    if (answer === null) return;
    const { data, page } = JSON.parse(answer.body.toString()) as List;
    versions.add(onlyVersion(watch, url, answer.body.toString()));
    met.push(...data.map(({ id }) => id));
    url = page.next === null ? null : page.next.replace(/^https?:\/\/[^/]+/, '');
  }
  const stayed = met.filter((id) => Number(id.slice('said-'.length)) < shared).length;
  if (new Set(met).size !== met.length) watch.report('a walk met a statement twice');
  if (stayed !== shared) watch.report(`a walk met ${stayed} of ${shared} statements`);
  watch.seen.walks += 1;
  if (versions.size > 1) watch.seen.crossed += 1;
}

/** Null where there was no answer or an error; both are reported. */
async function answerTo(watch: Watch, url: string, headers = {}): Promise<Answer | null> {
  try {
    const answer = await askPatiently(watch.port, url, { headers, agent: watch.agent });
    watch.seen.answers += 1;
    if (answer.status < 400) return answer;
    watch.report(`${url} answered ${answer.status}: ${answer.body}`);
  } catch (error) {
    watch.report(`${url} failed: ${error}`);
  }
  return null;
}
