// Cases of lists and items: filters of all kinds, deep pages, what was asked before.
import type { LoadCase } from './loads.ts';
import { question, varied } from './question.ts';
import { all, ofCeiling, timesPlain } from './targets.ts';
import type { World } from './world.ts';

const connections = 10;
const list = { connections, plain: true, isSame: true, isNew: true } as const;

const busiest = ({ pools }: World) => [question({ speaker: pools.busiest, limit: 20 })];

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
    questions: ({ pools }) => {
      const windows = Array.from({ length: 20_000 }, () => {
        const start = Date.UTC(2018, 0, 1) + pools.random.below(7 * 365) * 86_400_000;
        const end = start + pools.random.between(30, 365) * 86_400_000;
        const [since, until] = [start, end].map((day) => new Date(day).toISOString().slice(0, 10));
        return { outlet: pools.random.one(pools.outlets), since: since ?? '', until: until ?? '' };
      });
      return varied(windows, pools.random);
    },
    targets: all(ofCeiling(0.3)),
  },
  {
    ...{ ...list, id: 'place', title: 'A place with all under it' },
    questions: ({ pools }) =>
      varied(
        pools.places.map((place) => ({ place })),
        pools.random,
        { limits: [1, 99], sorts: ['-saidOn', 'saidOn'] },
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
