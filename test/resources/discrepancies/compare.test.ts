/** Asserts what becomes of claims about one attribute: status, where conflicts lie, lists and voices. */
import t from 'tap';
import type { Claim } from '../../../src/resources/claims/schema.ts';
import { compareClaims } from '../../../src/resources/discrepancies/compare.ts';
import type { Conflict, Status } from '../../../src/resources/discrepancies/schema.ts';
import { count, date, duration, lineage, record, said, text } from './made.ts';

interface Case {
  name: string;
  claims: Claim[];
  status: Status;
  conflicts?: Conflict[];
  list?: true;
}

const cases: Case[] = [
  { name: 'one claim', claims: [said('a', text('none'))], status: 'single' },
  {
    name: 'one source that says it twice',
    claims: [said('a', text('none')), said('a#2', text('none'))],
    status: 'single',
  },
  {
    name: 'two sources, one value',
    claims: [said('a', text('none')), said('b', text('none'))],
    status: 'agreed',
  },
  {
    name: 'the same length, written in two ways',
    claims: [said('a', duration('PT90M')), said('b', duration('PT1H30M'))],
    status: 'agreed',
  },
  {
    name: 'two sources, one in its own voice and one crediting someone',
    claims: [said('a', text('none')), said('b:trump', text('none'))],
    status: 'agreed',
  },
  {
    name: 'exact and nearly',
    claims: [said('a', duration('PT2H45M')), said('b', duration('PT3H', 'nearly'))],
    status: 'compatible',
  },
  {
    name: 'each of three fits every other',
    claims: [
      said('a', duration('PT3H')),
      said('b', duration('PT3H', 'nearly')),
      said('c', duration('PT3H', 'over')),
    ],
    status: 'compatible',
  },
  {
    name: 'two fit a third, but not each other',
    claims: [
      said('a', duration('PT2H45M')),
      said('b', duration('PT3H', 'nearly')),
      said('c', duration('PT3H')),
    ],
    status: 'conflicting',
    conflicts: ['between-sources'],
  },
  {
    name: 'one instant at two offsets',
    claims: [said('a', date('2025-08-15T11:30:00-08:00')), said('b', date('2025-08-15T22:30:00+03:00'))],
    status: 'agreed',
  },
  {
    name: 'two instants with the same time of day',
    claims: [said('a', date('2025-08-15T11:30:00-08:00')), said('b', date('2025-08-15T11:30:00+03:00'))],
    status: 'conflicting',
    conflicts: ['between-sources'],
  },
  {
    name: 'a moment of a day, of its month and of its year',
    claims: [
      said('a', date('2025-08-15T17:00:00-08:00')),
      said('b', date('2025-08-15')),
      said('c', date('2025-08')),
      said('d', date('2025')),
    ],
    status: 'compatible',
  },
  {
    name: 'a moment of another day',
    claims: [said('a', date('2025-08-15T17:00:00-08:00')), said('b', date('2025-08-16'))],
    status: 'conflicting',
    conflicts: ['between-sources'],
  },
  {
    name: 'a city, and the state it lies in',
    claims: [said('a', record('anchorage')), said('b', record('alaska'))],
    status: 'compatible',
  },
  {
    name: 'two sources differ in their own voice',
    claims: [said('a', text('great')), said('b', text('some'))],
    status: 'different',
  },
  {
    name: 'two sources differ on what one person said',
    claims: [said('a:trump', text('great')), said('b:trump', text('some'))],
    status: 'different',
  },
  {
    name: 'what a person says, and what another source says itself',
    claims: [said('a:trump', text('great')), said('b', text('none'))],
    status: 'conflicting',
    conflicts: ['between-voices'],
  },
  {
    name: 'what a person says, and what the same source says itself',
    claims: [said('a:trump', text('great')), said('a', text('none'))],
    status: 'conflicting',
    conflicts: ['between-voices'],
  },
  {
    name: 'two people differ, in one source',
    claims: [said('a:trump', text('great')), said('a:putin', text('some'))],
    status: 'single',
  },
  {
    name: 'one source has two figures',
    claims: [said('a#8:trump', count(2, 'points')), said('a#10:trump', count(1, 'points'))],
    status: 'conflicting',
    conflicts: ['within-source'],
  },
  {
    name: 'one source has two figures, another has one of them',
    claims: [
      said('a#8:trump', count(2, 'points')),
      said('a#10:trump', count(1, 'points')),
      said('b:trump', count(1, 'points')),
    ],
    status: 'conflicting',
    conflicts: ['within-source', 'between-sources'],
  },
  {
    name: 'two figures in one paragraph are no list',
    claims: [said('a', count(2, 'points')), said('a', count(1, 'points'))],
    status: 'conflicting',
    conflicts: ['within-source'],
  },
  {
    name: 'one source has two figures that fit',
    claims: [said('a', duration('PT2H45M')), said('a#2', duration('PT3H', 'nearly'))],
    status: 'single',
  },
  {
    name: 'two records in two paragraphs are two versions',
    claims: [said('a', record('moscow')), said('a#2', record('anchorage'))],
    status: 'conflicting',
    conflicts: ['within-source'],
  },
  { name: 'a list, in one source', claims: members('a', 'lavrov', 'ushakov'), status: 'single', list: true },
  {
    name: 'the same list in two sources',
    claims: [...members('a', 'lavrov', 'ushakov'), ...members('b', 'ushakov', 'lavrov')],
    status: 'agreed',
    list: true,
  },
  {
    name: 'a shorter list',
    claims: [...members('a', 'lavrov', 'ushakov'), ...members('b', 'lavrov')],
    status: 'compatible',
    list: true,
  },
  {
    name: 'a list over two paragraphs',
    claims: [
      ...members('a', 'lavrov', 'ushakov'),
      ...members('a#2', 'putin'),
      ...members('b', 'putin', 'lavrov', 'ushakov'),
    ],
    status: 'agreed',
    list: true,
  },
  {
    name: 'lists of which each has a member of its own',
    claims: [...members('a', 'lavrov', 'ushakov'), ...members('b', 'lavrov', 'belousov')],
    status: 'conflicting',
    conflicts: ['between-sources'],
    list: true,
  },
  {
    name: 'one source with two lists in two voices',
    claims: [...members('a', 'lavrov', 'ushakov'), ...members('a:tass', 'lavrov', 'belousov')],
    status: 'conflicting',
    conflicts: ['between-voices'],
    list: true,
  },
];

function members(where: string, ...people: string[]): Claim[] {
  return people.map((id) => said(where, record(id, 'person')));
}

for (const { name, claims, status, conflicts = [], list = false } of cases) {
  t.test(`${status}: ${name}`, async (t) => {
    for (const order of [claims, claims.toReversed()]) {
      const found = compareClaims(order, lineage);
      t.match(found, { status, conflicts, list });
      t.equal(
        found.values.flatMap(({ claims }) => claims).length,
        claims.length,
        'every claim stands under one value',
      );
    }
  });
}

t.test('who says what', async (t) => {
  const found = compareClaims(
    [
      said('a:trump', text('great')),
      said('b:trump', text('some')),
      said('c:trump', text('some')),
      said('c', text('none')),
    ],
    lineage,
  );
  t.same(found.counts, { sources: 3, claims: 4, values: 3, voices: 2 });
  t.same(found.types, ['text']);
  t.same(
    found.values.map(({ label, counts }) => [label, counts.sources]),
    [
      ['some', 2],
      ['great', 1],
      ['none', 1],
    ],
  );
  t.same(
    found.voices.map(({ attributedTo, status, values, counts }) => [
      attributedTo?.id ?? null,
      status,
      values,
      counts.sources,
    ]),
    [
      [null, 'single', ['none'], 1],
      ['trump', 'different', ['great', 'some'], 3],
    ],
  );
  t.same(
    found.relations.map(({ left, right, relation, rule }) => [left, right, relation, rule]),
    [
      [['some'], ['great'], 'different', 'different-texts'],
      [['some'], ['none'], 'conflicting', 'denied'],
      [['great'], ['none'], 'conflicting', 'denied'],
    ],
  );
});

t.test('lists are compared as lists', async (t) => {
  const claims = [...members('a', 'lavrov', 'ushakov'), ...members('b', 'lavrov'), ...members('c', 'lavrov')];
  const { relations } = compareClaims(claims, lineage);
  t.same(relations, [
    { left: ['lavrov'], right: ['lavrov', 'ushakov'], relation: 'compatible', rule: 'fewer-members' },
  ]);
});

t.test('an answer has an end', async (t) => {
  const many = Array.from({ length: 60 }, (_, at) => at);
  const found = compareClaims(
    [...many.map((at) => said(`a#${at + 1}`, count(at))), ...many.map((at) => said(`b#${at + 1}`, count(0)))],
    lineage,
  );
  t.match(found.counts, { sources: 2, claims: 120, values: 60, voices: 1 });
  t.equal(found.values.length, 50);
  t.equal(found.values[0]?.label, '0', 'the value of two sources stays');
  t.same([found.values[0]?.claims.length, found.values[0]?.counts.claims], [50, 61]);
  t.equal(found.relations.length, (50 * 49) / 2);
  t.equal(found.status, 'conflicting');
});
