/** Asserts which durations are one length, and how long each may be. */
import t from 'tap';
import { parseDuration, secondsOf, writeDuration } from '../../../src/resources/discrepancies/durations.ts';

const day = 86_400;

const written: [iso: string, canonical: string][] = [
  ['PT90M', 'PT1H30M'],
  ['PT1H30M', 'PT1H30M'],
  ['PT5400S', 'PT1H30M'],
  ['PT24H', 'P1D'],
  ['P1W', 'P7D'],
  ['P12M', 'P1Y'],
  ['P1Y14M', 'P2Y2M'],
  ['P1DT12H', 'P1DT12H'],
  ['PT0.5S', 'PT0.5S'],
  ['PT1,5S', 'PT1.5S'],
  ['PT60M0.25S', 'PT1H0.25S'],
  ['PT0S', 'PT0S'],
  ['P0D', 'PT0S'],
];

t.test('one length, written in one way', async (t) => {
  for (const [iso, canonical] of written) t.equal(writeDuration(parseDuration(iso)), canonical, iso);
});

const lengths: [iso: string, low: number, high: number][] = [
  ['PT2H45M', 9_900, 9_900],
  ['P1D', day, day],
  ['P1M', 28 * day, 31 * day],
  ['P1Y', 365 * day, 366 * day],
  ['P10Y', 3_650 * day, 3_660 * day],
  ['P1Y1MT1S', 393 * day + 1, 397 * day + 1],
];

t.test('how long it may be', async (t) => {
  for (const [iso, low, high] of lengths) t.same(secondsOf(parseDuration(iso)), { low, high }, iso);
});
