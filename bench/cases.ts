// The cases of the benchmark: what is asked, and how.
import { arabicWords, knownWords } from './data/vocabulary.ts';
import { type Place, type Samples, shuffled } from './samples.ts';

/** A path with its query string, for the project and, where it answers the same, for the plain route. */
export interface Question {
  path: string;
  plain: string | null;
}

export interface Case {
  id: string;
  title: string;
  /** Requests under way at a time. */
  connections: number;
  /** Whether the same request comes again and again, so that a response cache may have its answer. */
  isRepeated: boolean;
  /** Whether it asks for places inside `longList`, which are found by walking it. */
  isDeep?: true;
  questions: (samples: Samples, places: readonly Place[]) => Question[];
}

/** A list of about half of all statements. */
export const longList = '/statements?mode=direct';

/** Requests of ten clients at a time, none of them twice. */
const busy = { connections: 10, isRepeated: false };
/** One request at a time, none of them twice: the latency is that of the answer alone. */
const single = { connections: 1, isRepeated: false };

export const cases: readonly Case[] = [
  {
    ...{ ...busy, id: 'kept', title: 'A page asked for again and again', isRepeated: true },
    questions: ({ speakers }) => [list({ speaker: speakers[0]?.id ?? '', limit: 20 })],
  },
  {
    ...{ ...busy, id: 'item', title: 'A statement by its id' },
    questions: ({ statements }) =>
      statements.map(({ id }) => ({ path: `/statements/${id}`, plain: `/statements/${id}` })),
  },
  {
    ...{ ...busy, id: 'speaker', title: 'The first page of a speaker' },
    questions: ({ speakers }) => varied(speakers.map(({ id }) => ({ speaker: id }))),
  },
  {
    ...{ ...busy, id: 'speaker-topic', title: 'A speaker and a topic' },
    questions: ({ statements }) => varied(statements.map(({ speaker, topic }) => ({ speaker, topic }))),
  },
  {
    ...{ ...busy, id: 'broad', title: 'The first page of a broad filter' },
    questions: () => firstPages(),
  },
  {
    ...{ ...busy, id: 'deep', title: 'A page deep inside it', isDeep: true },
    questions: (_, places) => pagesFrom(places),
  },
  {
    ...{ ...single, id: 'word', title: 'A word that 5 % of the statements hold, by relevance' },
    questions: () => shuffled(words.flatMap((word) => formsOf(word).flatMap((q) => searches(q, word)))),
  },
  {
    ...{ ...single, id: 'two-words', title: 'Two such words, by relevance' },
    questions: () =>
      shuffled(
        words.flatMap((first, at) => words.slice(at + 1).flatMap((second) => searches(`${first} ${second}`))),
      ),
  },
  {
    ...{ ...single, id: 'facets', title: 'All facets under a speaker' },
    questions: ({ speakers }) => varied(speakers.map(({ id }) => ({ speaker: id, facets: allFacets }))),
  },
  {
    ...{ ...single, id: 'facets-broad', title: 'All facets under a broad filter' },
    questions: () => firstPages(`&facets=${encodeURIComponent(allFacets)}`),
  },
  {
    ...{ ...single, id: 'download', title: 'The 100 to 2,000 statements of a speaker as NDJSON' },
    questions: ({ speakers }) =>
      shuffled(speakers.filter(({ statements }) => statements >= 100 && statements <= 2_000)).map(
        ({ id }) => ({ path: pathOf({ speaker: id, format: 'ndjson' }), plain: null }),
      ),
  },
];

const allFacets = 'speaker,outlet,topic,place,event,source,mode,language,country,month';

const words: readonly string[] = [...knownWords.common.map(({ word }) => word), ...arabicWords.slice(30, 60)];

/** An Arabic word with the prefixes that are written onto it: different requests, the same stem. */
function formsOf(word: string): string[] {
  const bare = word.replace(/^ال/, '');
  return [...new Set([word, ...['', 'و', 'وال', 'بال', 'كال', 'فال', 'لل'].map((prefix) => prefix + bare)])];
}

/** A search with pages of several sizes; the plain route has no stems, so it gets the word as texts have it. */
const searches = (q: string, plain = q): Question[] =>
  [10, 15, 20, 25, 30].map((limit) => list({ q, limit, sort: 'relevance' }, { q: plain, limit }));

/** Each choice with pages of several sizes in both orders, twenty statements a page on average. */
const varied = (choices: readonly Values[]): Question[] =>
  shuffled(
    choices.flatMap((choice) =>
      ['-saidOn', 'saidOn'].flatMap((sort) => [10, 20, 30].map((limit) => list({ ...choice, sort, limit }))),
    ),
  );

/** First pages of the long list, of all sizes from 5 to 34 in both orders, twenty statements on average. */
const firstPages = (more = ''): Question[] =>
  shuffled(
    ['-saidOn', 'saidOn'].flatMap((sort) =>
      Array.from({ length: 30 }, (_, at) => {
        const path = `${longList}&sort=${sort}&limit=${5 + at}${more}`;
        return { path, plain: path };
      }),
    ),
  );

/** Pages of the long list from these places on, twenty statements on average. */
const pagesFrom = (places: readonly Place[]): Question[] =>
  places.map(({ cursor, before }, at) => {
    const path = `${longList}&limit=${[10, 20, 30][at % 3]}`;
    return { path: `${path}&cursor=${cursor}`, plain: `${path}&offset=${before}` };
  });

type Values = Record<string, string | number>;

const list = (values: Values, plain: Values = values): Question => ({
  path: pathOf(values),
  plain: pathOf(plain),
});

const pathOf = (values: Values): string =>
  `/statements?${Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;
