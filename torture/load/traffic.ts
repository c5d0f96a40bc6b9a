// Makes the traffic of a usual day: pages asked again and again, pages asked once, items, searches, counts, downloads, mistakes.
import type { Random } from '../../bench/performance/dataset/random.ts';
import type { Fetch } from '../generated/vocabulary.ts';

/** What is asked, roughly in the order of what it costs. */
export type Kind =
  | 'kept'
  | 'item'
  | 'list'
  | 'missing'
  | 'wrong'
  | 'search'
  | 'facets'
  | 'csv'
  | 'ndjson'
  | 'file';

/** One request as it goes out, with the statuses that answer it. */
export interface Ask {
  kind: Kind;
  path: string;
  bytes: string;
  statuses: readonly number[];
}

/** How often each kind comes. */
export type Mix = Readonly<Partial<Record<Kind, number>>>;

/** What a small service sees: mostly pages and items, some searches, now and then everything. */
export const mixed: Mix = {
  ...{ kept: 30, item: 20, list: 30, missing: 4, wrong: 4 },
  ...{ search: 8, facets: 3, csv: 0.3, ndjson: 0.3, file: 0.2 },
};

/** Names to ask for. */
interface Names {
  speakers: readonly string[];
  outlets: readonly string[];
  topics: readonly string[];
  places: readonly string[];
  statements: readonly string[];
  words: readonly string[];
}

interface List {
  data: { id: string; gist?: { en: string; ar: string } }[];
}

/** Learns what there is to ask for. */
export async function learnTraffic(fetch: Fetch, random: Random, mix: Mix): Promise<() => Ask> {
  const idsOf = async (path: string): Promise<string[]> =>
    ((await fetch(path)) as List).data.map(({ id }) => id);
  const { data } = (await fetch('/statements?limit=100&fields=id,gist')) as List;
  const texts = data.map(({ gist }) => `${gist?.en} ${gist?.ar}`).join(' ');
  const names = {
    speakers: await idsOf('/people?sort=-statements&limit=50&fields=id'),
    outlets: await idsOf('/outlets?sort=-statements&limit=50&fields=id'),
    topics: await idsOf('/topics?sort=-statements&limit=50&fields=id'),
    places: await idsOf('/places?sort=-statements&limit=50&fields=id'),
    statements: data.map(({ id }) => id),
    words: [...new Set(texts.match(/\p{L}{4,}/gu) ?? ['talks'])],
  };
  const total = Object.values(mix).reduce((sum, weight) => sum + weight, 0);
  return () => {
    let at = (random.below(1_000_000) / 1_000_000) * total;
    for (const [kind, weight] of Object.entries(mix)) {
      at -= weight;
      if (at < 0) return askFor(kind as Kind, names, random);
    }
    return askFor('kept', names, random);
  };
}

const statusOf: Partial<Record<Kind, number>> = { missing: 404, wrong: 400 };

function askFor(kind: Kind, names: Names, random: Random): Ask {
  const path = pathFor[kind](names, random);
  const bytes = `GET ${path} HTTP/1.1\r\nHost: record.example\r\nAccept: */*\r\n\r\n`;
  return { kind, path, bytes, statuses: [statusOf[kind] ?? 200] };
}

const pathFor: Readonly<Record<Kind, (names: Names, random: Random) => string>> = {
  kept: ({ speakers }, random) => `/statements?speaker=${speakers[random.below(5)] ?? speakers[0]}`,
  item: ({ statements }, random) => `/statements/${random.one(statements)}`,
  list: listPath,
  missing: (_names, random) => `/people/nobody-${random.below(1_000_000)}`,
  wrong: (_names, random) => `/statements?speakr=${random.below(1_000_000)}`,
  search: ({ words }, random) =>
    `/statements?q=${encodeURIComponent(`${random.one(words)} ${random.one(words)}`)}&limit=${random.between(1, 100)}`,
  facets: ({ speakers }, random) =>
    `/statements?facets=speaker,topic,outlet&mention=!${random.one(speakers)}&limit=${random.between(1, 100)}`,
  csv: ({ speakers }, random) => `/statements?format=csv&speaker=!${random.one(speakers)}`,
  ndjson: ({ topics }, random) => `/statements?format=ndjson&topic=!${random.one(topics)}`,
  file: (_names, random) => random.one(['/dataset.ndjson', '/dataset.sqlite']),
};

/** Hardly ever the same twice. */
function listPath({ speakers, outlets, topics, places }: Names, random: Random): string {
  const filters = [
    `speaker=${random.chance(0.3) ? '!' : ''}${random.one(speakers)},${random.one(speakers)}`,
    `topic=${random.one(topics)},${random.one(topics)}`,
    `outlet=!${random.one(outlets)}`,
    `place=${random.one(places)}`,
    `until=20${random.between(10, 40)}-0${random.between(1, 9)}`,
  ].filter(() => random.chance(0.5));
  return `/statements?${[...filters, `limit=${random.between(1, 60)}`].join('&')}`;
}
