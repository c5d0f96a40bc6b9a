/** Asserts the rules for two values, as the table of docs/discrepancies.md has them. */
import t from 'tap';
import type { ClaimValue } from '../../../src/resources/claims/schema.ts';
import { isFigure, rangeOf, writeRange } from '../../../src/resources/discrepancies/quantities.ts';
import {
  keyOf,
  labelOf,
  type Rule,
  ruleFor,
  ruleForLists,
} from '../../../src/resources/discrepancies/relations.ts';
import { count, date, duration, lineage, record, text } from './made.ts';

/** `same`: one value, written in two ways. */
const cases: [expected: Rule | 'same', one: ClaimValue, other: ClaimValue][] = [
  ['same', duration('PT90M'), duration('PT1H30M')],
  ['same', duration('P12M'), duration('P1Y')],
  ['same', duration('P7D'), duration('P1W')],
  ['same', duration('PT180M', 'nearly'), duration('PT3H', 'nearly')],
  ['ranges-overlap', duration('PT2H45M'), duration('PT3H', 'nearly')],
  ['ranges-overlap', duration('PT2H42M'), duration('PT3H', 'nearly')],
  ['ranges-apart', duration('PT2H41M'), duration('PT3H', 'nearly')],
  ['ranges-apart', duration('PT3H1M'), duration('PT3H', 'nearly')],
  ['ranges-overlap', duration('PT3H'), duration('PT3H', 'nearly')],
  ['ranges-overlap', duration('PT3H'), duration('PT3H', 'over')],
  ['ranges-overlap', duration('PT3H18M'), duration('PT3H', 'over')],
  ['ranges-apart', duration('PT3H19M'), duration('PT3H', 'over')],
  ['ranges-overlap', duration('PT3H', 'nearly'), duration('PT3H', 'over')],
  ['ranges-overlap', duration('PT2H42M', 'over'), duration('PT3H', 'nearly')],
  ['ranges-apart', duration('PT2H', 'over'), duration('PT3H', 'nearly')],
  ['ranges-overlap', duration('PT2H42M'), duration('PT3H', 'approximate')],
  ['ranges-overlap', duration('PT3H18M'), duration('PT3H', 'approximate')],
  ['ranges-apart', duration('PT2H45M'), duration('PT3H')],
  ['ranges-overlap', duration('P1M'), duration('P30D')],
  ['ranges-apart', duration('P1M'), duration('P27D')],
  ['ranges-overlap', duration('P9Y'), duration('P10Y', 'approximate')],
  ['ranges-apart', duration('P8Y'), duration('P10Y', 'approximate')],
  ['same', count(2, 'points'), count(2, 'points')],
  ['ranges-apart', count(1, 'points'), count(2, 'points')],
  ['different-units', count(2, 'points'), count(2, 'questions')],
  ['ranges-overlap', count(2, 'points'), count(2)],
  ['ranges-apart', count(2, 'points'), count(3)],
  ['ranges-overlap', count(4), count(5, null, 'nearly')],
  ['ranges-apart', count(3), count(5, null, 'nearly')],
  ['ranges-overlap', count(110), count(100, null, 'over')],
  ['ranges-apart', count(111), count(100, null, 'over')],
  ['ranges-overlap', count(0), count(1, null, 'approximate')],
  ['ranges-overlap', count(-11), count(-10, null, 'approximate')],
  ['same', date('2025-08-15'), date('2025-08-15')],
  ['ranges-overlap', date('2025'), date('2025-08-15')],
  ['ranges-overlap', date('2025-08'), date('2025-08-15')],
  ['ranges-apart', date('2025-08'), date('2025-09-01')],
  ['ranges-apart', date('2025-12'), date('2026')],
  ['ranges-apart', date('2024-02-29'), date('2024-03')],
  ['ranges-overlap', date('2025-08-14'), date('2025-08-15', 'nearly')],
  ['ranges-apart', date('2025-08-16'), date('2025-08-15', 'nearly')],
  ['ranges-overlap', date('2025-08-16'), date('2025-08-15', 'over')],
  ['ranges-overlap', date('2022-05-01'), date('2021', 'approximate')],
  ['ranges-apart', date('2023-01-02'), date('2021', 'approximate')],
  ['same', text('none'), text('None')],
  ['different-texts', text('great'), text('some')],
  ['denied', text('great'), text('none')],
  ['denied', text('None'), count(2, 'points')],
  ['denied', text('none'), record('moscow')],
  ['denied', text('no'), text('Yes')],
  ['different-texts', text('no'), text('not yet')],
  ['different-types', text('none'), count(0, 'points')],
  ['different-topics', record('war', 'topic'), record('trade', 'topic')],
  ['same', record('moscow'), record('moscow')],
  ['different-references', record('moscow'), record('anchorage')],
  ['lies-within', record('anchorage'), record('alaska')],
  ['lies-within', record('anchorage'), record('united-states')],
  ['lies-within', record('talks', 'event'), record('summit', 'event')],
  ['different-references', record('anchorage', 'person'), record('alaska', 'person')],
  ['different-topics', record('anchorage'), record('alaska', 'event')],
  ['different-types', duration('PT3H'), text('three hours')],
  ['different-types', count(2), date('2025')],
];

for (const [expected, one, other] of cases) {
  t.test(`${labelOf(one)} and ${labelOf(other)}: ${expected}`, async (t) => {
    t.equal(keyOf(one) === keyOf(other), expected === 'same', 'one value or two');
    if (expected === 'same') return;
    t.equal(ruleFor(one, other, lineage), expected);
    t.equal(ruleFor(other, one, lineage), expected, 'the other way round');
  });
}

const ranges: [value: ClaimValue, from: string, to: string][] = [
  [duration('PT3H', 'nearly'), 'PT2H42M', 'PT3H'],
  [duration('PT10M', 'over'), 'PT10M', 'PT11M'],
  [duration('P10Y', 'approximate'), 'P3285D', 'P4026D'],
  [count(5, null, 'nearly'), '4', '5'],
  [count(25, null, 'approximate'), '22.5', '27.5'],
  [date('2021'), '2021-01-01', '2021-12-31'],
  [date('2024-02'), '2024-02-01', '2024-02-29'],
  [date('2025-08', 'over'), '2025-08-01', '2025-10-01'],
  [date('0099'), '0099-01-01', '0099-12-31'],
];

t.test('what a figure can mean', async (t) => {
  for (const [value, from, to] of ranges) {
    if (!isFigure(value)) throw new Error('a figure was expected');
    t.same(writeRange(value, rangeOf(value)), { from, to }, labelOf(value));
  }
});

t.test('what a value is called', async (t) => {
  t.equal(labelOf(duration('PT180M', 'nearly')), 'nearly PT3H');
  t.equal(labelOf(count(2, 'points')), '2 (points)');
  t.equal(labelOf(count(2)), '2');
  t.equal(labelOf(date('2021', 'over')), 'over 2021');
  t.equal(labelOf(text('no agreement')), 'no agreement');
  t.equal(labelOf(record('moscow')), 'moscow');
});

t.test('lists of members', async (t) => {
  const list = (...members: string[]) => new Set(members.map((member) => `reference person/${member}`));
  const texts = (...members: string[]) => new Set(members.map((member) => `text ${member}`));
  t.equal(ruleForLists(texts('a', 'b'), texts('a')), 'fewer-members');
  t.equal(ruleForLists(texts('a', 'b'), texts('b', 'c')), 'different-entries');
  t.equal(ruleForLists(texts('a', 'b'), list('b', 'c')), 'different-entries');
  t.equal(ruleForLists(list('a', 'b'), list('a')), 'fewer-members');
  t.equal(ruleForLists(list('a'), list('a', 'b')), 'fewer-members');
  t.equal(ruleForLists(list('a'), list('b')), 'different-members');
  t.equal(ruleForLists(list('a', 'b'), list('b', 'c')), 'different-members');
});
