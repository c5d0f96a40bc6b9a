// Cases of lists and items: filters of all kinds, deep pages, what was asked before.
import type { Random } from '../dataset/random.ts';
import type { LoadCase } from './loads.ts';
import { question, varied } from './question.ts';
import { all, ofCeiling, timesPlain } from './targets.ts';
import type { World } from './world.ts';

const dayLength = 86_400_000;
const connections = 10;
const list = { connections, plain: true, isSame: true, isNew: true } as const;

const busiest = ({ pools }: World) => [question({ speaker: pools.busiest, limit: 20 })];

/** Half a year to two years, ending in one of the last six of the years that the data is of. */
function someDays(random: Random): { since: string; until: string } {
  const end = Date.UTC(2020, 0, 1) + random.below(6 * 365) * dayLength;
  const start = end - random.between(180, 730) * dayLength;
  const dayOf = (day: number): string => new Date(day).toISOString().slice(0, 10);
  return { since: dayOf(start), until: dayOf(end) };
}

export const listCases: readonly LoadCase[] = [
  {
    ...{ id: 'asked-before', title: 'A question asked before', connections, plain: true, isNew: false },
    questions: busiest,
    targets: all(ofCeiling(0.9)),
  },
  {
    ...{
      id: 'not-modified',
      title: 'The same, nothing new since (304)',
      connections,
      plain: false,
      isNew: false,
    },
    questions: busiest,
    headers: (first) => ({ 'If-None-Match': first.headers.get('etag') ?? '' }),
    targets: all(ofCeiling(0.9)),
  },
  {
    ...{ ...list, id: 'speaker', title: 'First page of one speaker' },
    questions: ({ pools }) =>
      varied(
        pools.speakers.map((speaker) => ({ speaker })),
        pools.random,
      ),
    targets: all(ofCeiling(0.4), timesPlain(5)),
  },
  {
    ...{ ...list, id: 'speaker-topic', title: 'Speaker and topic' },
    questions: ({ pools }) =>
      varied(
        pools.samples.map(({ speaker, topic }) => ({ speaker, topic })),
        pools.random,
      ),
    targets: all(ofCeiling(0.3)),
  },
  {
    ...{ ...list, id: 'outlet-days', title: 'Outlet, since and until' },
    questions: ({ pools: { random, samples } }) =>
      varied(
        samples.flatMap(({ outlet }) => (outlet === null ? [] : [{ outlet, ...someDays(random) }])),
        random,
      ),
    targets: all(ofCeiling(0.3)),
  },
  {
    ...{ ...list, id: 'place', title: 'A place with all under it, until a day' },
    questions: ({ pools: { random, places } }) =>
      varied(
        Array.from({ length: 20_000 }, () => ({ place: random.one(places), until: someDays(random).until })),
        random,
      ),
    targets: all(ofCeiling(0.3)),
  },
  {
    ...{ ...list, id: 'three-filters', title: 'Topic, outlet, and not this speaker' },
    questions: ({ pools }) =>
      varied(
        pools.samples.flatMap(({ topic, outlet }) =>
          outlet === null
            ? []
            : [{ topic, outlet, speaker: `!${pools.random.one(pools.speakers.slice(0, 50))}` }],
        ),
        pools.random,
      ),
    targets: all(ofCeiling(0.3)),
  },
  {
    ...{ id: 'item', title: 'Item by id', connections, plain: true, isNew: false },
    questions: ({ pools }) =>
      pools.samples.map(({ id }) => ({ path: `/statements/${id}`, plain: `/statements/${id}` })),
    targets: all(ofCeiling(0.6)),
  },
];
