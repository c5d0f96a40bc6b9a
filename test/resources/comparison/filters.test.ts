// GET /statements?reported=…&differing=…&exclusive=…: what is worth comparing, against the seeds.
import t from 'tap';
import { mostReported, reportedCodes, reportedValues } from '../../../src/resources/statements/reported.ts';
import { testApp } from '../../support/app.ts';
import { idsOf } from '../../support/lists.ts';
import { statementFacets, statementsWhere } from '../../support/oracle.ts';
import { isProblem } from '../../support/problems.ts';
import { type SeedStatement, seeds } from '../../support/seeds.ts';

/** Ids of the statements of the seeds for which it holds, in the order of the list. */
const idsWhere = (holds: (statement: SeedStatement) => boolean): string[] => {
  const ids = new Set(seeds.statement.filter(holds).map(({ id }) => id));
  return statementsWhere(seeds, []).filter((id) => ids.has(id));
};

const sourcesOf = ({ renditions }: SeedStatement): number =>
  new Set(renditions.map(({ source }) => source)).size;

const ranges: [asked: string, holds: (sources: number) => boolean][] = [
  ['2', (sources) => sources === 2],
  ['02', (sources) => sources === 2],
  ['1..', () => true],
  ['2..', (sources) => sources >= 2],
  ['..3', (sources) => sources <= 3],
  ['2..4', (sources) => sources >= 2 && sources <= 4],
  ['3..3', (sources) => sources === 3],
  ['!2..', (sources) => sources < 2],
  ['!2..3', (sources) => sources < 2 || sources > 3],
  ['1,4..', (sources) => sources === 1 || sources >= 4],
  ['..1,3..4', (sources) => sources === 1 || sources === 3 || sources === 4],
  ['100..', () => false],
];

t.test('reported', async (t) => {
  const { get } = await testApp(t);
  for (const [asked, holds] of ranges) {
    t.same(
      await idsOf(get, `/statements?reported=${asked}`),
      idsWhere((statement) => holds(sourcesOf(statement))),
      asked,
    );
  }
});

t.test('reported, with other filters and over pages', async (t) => {
  const { get } = await testApp(t);
  const expected = idsWhere(
    (statement) =>
      sourcesOf(statement) >= 2 && statementFacets(seeds, statement)['speaker']?.has('putin') === true,
  );
  t.not(expected.length, 0);
  t.same(await idsOf(get, '/statements?reported=2..&speaker=putin&limit=3'), expected);
});

t.test('what is no number of sources', async (t) => {
  const { ask } = await testApp(t);
  for (const asked of [
    '0',
    'two',
    '..',
    '4..2',
    '0..',
    '..0',
    '101',
    '1..101',
    '101..',
    '-1',
    '2...',
    '2.5',
  ]) {
    const problem = isProblem(t, await ask(`/statements?reported=${asked}`), 'unknown-value', asked);
    t.equal(problem.param, 'reported');
  }
});

t.test('the terms of a number', async (t) => {
  t.same([...reportedValues(3)], ['3', '1..', '2..', '3..']);
  t.equal(
    [...reportedValues(mostReported + 1)].length,
    mostReported,
    'only open ranges beyond the highest number',
  );
  t.same(reportedCodes('2..4'), ['2', '3', '4']);
});

t.test('differing', async (t) => {
  const { get } = await testApp(t);
  const differing = await idsOf(get, '/statements?differing=true');
  const others = await idsOf(get, '/statements?differing=FALSE');
  t.same([...differing, ...others].sort(), seeds.statement.map(({ id }) => id).sort(), 'one or the other');
  for (const [ids, expected] of [
    [differing, ['forms', 'different']],
    [others, ['single', 'unquoted', 'same', 'spelling', 'excerpts']],
  ] as const) {
    for (const id of ids) {
      const { wording } = await get<{ wording: string }>(`/statements/${id}/comparison`);
      t.ok((expected as readonly string[]).includes(wording), `${id}: ${wording}`);
      const { comparison } = await get<{ comparison: { wording: string } }>(`/statements/${id}`);
      t.equal(comparison.wording, wording, `${id}: as the statement says`);
    }
  }
  t.ok(differing.includes('putin-good-direct-contacts'));
});

t.test('exclusive', async (t) => {
  const { get } = await testApp(t);
  const outletsOf = ({ renditions }: SeedStatement) =>
    renditions.map(({ source, via }) => [
      seeds.source.find(({ id }) => id === source)?.outlet ?? 'unstated',
      via,
    ]);
  const only = (outlet: string) =>
    idsWhere((statement) => outletsOf(statement).every((each) => each.includes(outlet)));
  for (const outlet of ['unstated', 'xinhua', 'bbc', 'cnbc', 'x', 'fox-news', 'rt', 'tass']) {
    t.same(await idsOf(get, `/statements?exclusive=${outlet}`), only(outlet), outlet);
  }
  t.same(
    await idsOf(get, '/statements?exclusive=شينخوا'.replace('شينخوا', encodeURIComponent('شينخوا'))),
    only('xinhua'),
  );
});
