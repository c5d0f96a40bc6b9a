/**
 * Turns a figure as a source puts it into the range that it can mean.
 *
 * 'Nearly', 'over' and 'about' have no fixed size in language; here they reach a tenth of the figure, for a count one
 * unit at the least, for a date its own length (a day, a month, a year). Ends are included, because whoever rounds 'a
 * little under three hours' may also say 'three hours'.
 */
import type { ClaimValue } from '../claims/schema.ts';
import { parseDuration, type Range, secondsOf, writeDuration } from './durations.ts';

/** A value that is measured. */
export type Figure = Extract<ClaimValue, { type: 'duration' | 'date' | 'count' }>;

export const isFigure = (value: ClaimValue): value is Figure => 'precision' in value;

const tolerance = 0.1;

/** The range of a figure: seconds of a duration, days since 1970 of a date (the last one included), the number of a count. */
export function rangeOf(value: Figure): Range {
  const exact = exactRange(value);
  const margin = marginOf(value, exact);
  const { precision } = value;
  return {
    low: exact.low - (precision === 'approximate' || precision === 'nearly' ? margin.low : 0),
    high: exact.high + (precision === 'approximate' || precision === 'over' ? margin.high : 0),
  };
}

function exactRange(value: Figure): Range {
  switch (value.type) {
    case 'duration':
      return secondsOf(parseDuration(value.value));
    case 'date':
      return daysOf(value.value);
    case 'count':
      return { low: value.value, high: value.value };
  }
}

/** How far the range reaches beyond the figure at either end. */
function marginOf({ type }: Figure, { low, high }: Range): Range {
  const tenth = { low: Math.abs(low) * tolerance, high: Math.abs(high) * tolerance };
  if (type === 'duration') return tenth;
  if (type === 'date') return { low: high - low + 1, high: high - low + 1 };
  return { low: Math.max(1, tenth.low), high: Math.max(1, tenth.high) };
}

const millisecondsInDay = 86_400_000;

/** First and last day of a day, month or year, in days since 1970. */
function daysOf(date: string): Range {
  const first = new Date(`${date}-01-01`.slice(0, 10));
  const next = new Date(first);
  if (date.length === yearLength) next.setUTCFullYear(first.getUTCFullYear() + 1);
  else if (date.length === monthLength) next.setUTCMonth(first.getUTCMonth() + 1);
  else next.setUTCDate(first.getUTCDate() + 1);
  return { low: first.getTime() / millisecondsInDay, high: next.getTime() / millisecondsInDay - 1 };
}

const yearLength = 4;
const monthLength = 7;

/** A range as text: durations and dates in ISO 8601, counts as numbers. */
export function writeRange({ type }: Figure, { low, high }: Range): { from: string; to: string } {
  const write = {
    duration: (seconds: number) => writeDuration({ months: 0, seconds: Math.max(0, seconds) }),
    date: (days: number) => new Date(days * millisecondsInDay).toISOString().slice(0, 10),
    count: (number: number) => String(Math.round(number * 10) / 10),
  }[type];
  return { from: write(low), to: write(high) };
}
