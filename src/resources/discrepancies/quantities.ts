/**
 * Turns a figure as a source puts it into the range that it can mean.
 *
 * 'Nearly', 'over' and 'about' have no fixed size in language; here they reach a tenth of the figure, for a count one
 * unit at the least, for a date its own length (a day, a month, a year; an hour for a moment). Ends are included, because whoever rounds 'a
 * little under three hours' may also say 'three hours'.
 */
import { instantOf, precisionOf, spanOf } from '../../records/dates.ts';
import type { ClaimValue } from '../claims/schema.ts';
import { parseDuration, type Range, secondsOf, writeDuration } from './durations.ts';

/** A value that is measured. */
export type Figure = Extract<ClaimValue, { type: 'duration' | 'date' | 'count' }>;

export const isFigure = (value: ClaimValue): value is Figure => 'precision' in value;

const tolerance = 0.1;

/** How the ranges of dates are measured: by the calendar, on which a day is a day anywhere, or as instants. */
export type Clock = 'calendar' | 'instants';

/** Two moments can have different offsets and are compared as instants. Everything else is compared by the calendar. */
export const clockFor = (one: Figure, other: Figure): Clock =>
  isMoment(one) && isMoment(other) ? 'instants' : 'calendar';

const isMoment = (value: Figure): boolean => value.type === 'date' && precisionOf(value.value) === 'moment';

/** The range of a figure: seconds of a duration, milliseconds since 1970 of a date, the number of a count. */
export function rangeOf(value: Figure, clock: Clock = 'calendar'): Range {
  const exact = exactRange(value, clock);
  const margin = marginOf(value, exact);
  const { precision } = value;
  return {
    low: exact.low - (precision === 'approximate' || precision === 'nearly' ? margin.low : 0),
    high: exact.high + (precision === 'approximate' || precision === 'over' ? margin.high : 0),
  };
}

function exactRange(value: Figure, clock: Clock): Range {
  switch (value.type) {
    case 'duration':
      return secondsOf(parseDuration(value.value));
    case 'date':
      return spanAt(value.value, clock);
    case 'count':
      return { low: value.value, high: value.value };
  }
}

/** How far the range reaches beyond the figure at either end. */
function marginOf(value: Figure, { low, high }: Range): Range {
  const tenth = { low: Math.abs(low) * tolerance, high: Math.abs(high) * tolerance };
  if (value.type === 'duration') return tenth;
  if (value.type === 'date') {
    const length = isMoment(value) ? hour : high - low + 1;
    return { low: length, high: length };
  }
  return { low: Math.max(1, tenth.low), high: Math.max(1, tenth.high) };
}

const hour = 3_600_000;

function spanAt(date: string, clock: Clock): Range {
  const instant = instantOf(date);
  if (clock === 'instants' && instant !== null) return { low: instant, high: instant };
  const { first, last } = spanOf(date);
  return { low: first, high: last };
}

/** A range as text: durations and dates in ISO 8601, counts as numbers. */
export function writeRange({ type, value }: Figure, { low, high }: Range): { from: string; to: string } {
  const write = {
    duration: (seconds: number) => writeDuration({ months: 0, seconds: Math.max(0, seconds) }),
    date: (milliseconds: number) => writeDate(milliseconds, String(value)),
    count: (number: number) => String(Math.round(number * 10) / 10),
  }[type];
  return { from: write(low), to: write(high) };
}

/** A day, or a time of day at the offset of the moment that the range belongs to. */
function writeDate(milliseconds: number, date: string): string {
  const text = new Date(milliseconds).toISOString();
  const [offset] = /(?:Z|[+-]\d\d:\d\d)$/.exec(date) ?? [];
  return offset === undefined ? text.slice(0, 10) : `${text.slice(0, 19)}${offset}`;
}
