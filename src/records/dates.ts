// Dates as far as they are known: a year, a month, a day, or a moment with its offset from UTC (ISO 8601).
import { z } from 'zod';

/** How much of a date is known. */
export type Precision = 'year' | 'month' | 'day' | 'moment';

const offset = '(?:Z|[+-](?:0\\d|1[0-4]):[0-5]\\d)';
const time = `T(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?${offset}`;
const pattern = new RegExp(`^\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01])(?:${time})?)?)?$`);

const expected =
  'expected a year, a month, a day or a moment with its offset, such as "2025", "2025-08", "2025-08-15" or "2025-08-15T11:30:00-08:00"';

/** A text that must be a date, once `text` has made of it what it makes. */
export const dateIn = (text: z.ZodString): z.ZodString =>
  text.regex(pattern, expected).refine(isOnCalendar, 'expected a day that the calendar has');

/** A date as records write it. */
export const knownDate = dateIn(
  z.string({ error: ({ input }) => (input === undefined ? expected : undefined) }),
);

/** Whether the month has such a day, for texts of the pattern. Date.parse moves 30 February into March. */
function isOnCalendar(date: string): boolean {
  const day = dayOf(date);
  return day.length < 10 || !pattern.test(date) || toDay(Date.parse(day)) === day;
}

const toDay = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

const precisions: Readonly<Record<number, Precision>> = { 4: 'year', 7: 'month', 10: 'day' };

export const precisionOf = (date: string): Precision => precisions[date.length] ?? 'moment';

/** The year, month or day that a date names; of a moment, the day that the calendar showed at its offset. */
export const dayOf = (date: string): string => date.slice(0, 10);

/** The month of a date, `2025-08`; null where only the year is known. */
export const monthOf = (date: string): string | null => (date.length < 7 ? null : date.slice(0, 7));

/** The instant of a moment in milliseconds since 1970; null for all that is less precise. */
export const instantOf = (date: string): number | null =>
  precisionOf(date) === 'moment' ? Date.parse(date) : null;

/** From the first to the last millisecond, both included, since 1970 on a calendar and a clock that know no offset. */
export interface Span {
  first: number;
  last: number;
}

/** All the time that a date covers. A moment covers the millisecond that the clock showed at its offset. */
export function spanOf(date: string): Span {
  const first = new Date(date.replace(/[+-]\d\d:\d\d$/, 'Z'));
  const next = new Date(first);
  switch (precisionOf(date)) {
    case 'year':
      next.setUTCFullYear(first.getUTCFullYear() + 1);
      break;
    case 'month':
      next.setUTCMonth(first.getUTCMonth() + 1);
      break;
    case 'day':
      next.setUTCDate(first.getUTCDate() + 1);
      break;
    case 'moment':
      next.setUTCMilliseconds(first.getUTCMilliseconds() + 1);
  }
  return { first: first.getTime(), last: next.getTime() - 1 };
}

/**
 * Whether all of one date lies after all of the other. Two moments are compared as instants. A moment and a day are
 * compared by the calendar at the offset of the moment: 17:00 in Alaska on 15 August is on 15 August.
 */
export function isAfter(one: string, other: string): boolean {
  const [a, b] = [instantOf(one), instantOf(other)];
  return a !== null && b !== null ? a > b : spanOf(one).first > spanOf(other).last;
}

const hour = 3_600_000;

/** A day begins first at UTC+14 and ends last at UTC-12. */
const earliest = 14 * hour;
const latest = 12 * hour;

/**
 * Whether something can begin on one date and end on the other. A day without an offset may be the day of any place on
 * earth where it is compared with a moment.
 */
export function canEndOn(start: string, end: string): boolean {
  const [from, to] = [instantOf(start), instantOf(end)];
  if ((from === null) === (to === null)) return !isAfter(start, end);
  return (from ?? spanOf(start).first - earliest) <= (to ?? spanOf(end).last + latest);
}

/** The dates between which something must lie, as far as both are given. */
export interface DateBounds {
  since?: string;
  until?: string;
}

/** Whether a date can lie within bounds: the time that it covers and the time that they cover overlap. */
export const isWithin = (date: string, bounds: DateBounds): boolean => isSpanWithin(date, date, bounds);

/** The same for what goes on from one date to another. */
export const isSpanWithin = (start: string, end: string, { since, until }: DateBounds): boolean =>
  (since === undefined || !isAfter(since, end)) && (until === undefined || !isAfter(start, until));

/** Milliseconds that stand for one day in the order of dates: a moment may lie outside its own day in UTC. */
const dayLength = 4 * 24 * hour;

const firstDay = Date.parse('0000-01-01');

/**
 * A date's place in the order of dates, a whole number that is not negative. Dates are ordered by the first day that
 * they cover. Of those that begin on one day the year comes first, then the month, the day, and the moments of that day
 * by their instant.
 */
export function orderOf(date: string): number {
  const day = Math.floor(spanOf(dayOf(date)).first / (24 * hour)) * 24 * hour;
  const within = { year: 0, month: 1, day: 2, moment: 3 }[precisionOf(date)];
  const instant = instantOf(date);
  const later = instant === null ? 0 : instant - day + 24 * hour;
  return ((day - firstDay) / (24 * hour)) * dayLength + within + later;
}

/** The highest number that `orderOf` gives, and a little more. */
export const lastOrder = 2 ** 51;

/** Stands behind a day in a term, for all moments of that day. */
export const momentMark = 'T';

/** The value of a date as a filter term. So a facet has no more terms than its years have days. */
export const dateTerm = (date: string): string =>
  instantOf(date) === null ? date : `${dayOf(date)}${momentMark}`;

const spanMark = '/';

/** The value of two dates as a filter term, each as precise as it is known: `2025-08-15/2025-08-16` (ISO 8601). */
export const spanTerm = (start: string, end: string): string => `${start}${spanMark}${end}`;

/** The two dates of such a term; null for the term of one date. */
export function spanIn(term: string): [start: string, end: string] | null {
  const [start = '', end] = term.split(spanMark);
  return end === undefined ? null : [start, end];
}
