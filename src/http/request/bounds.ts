// The parameters `since` and `until`: bounds of the date that a list goes by.
import { z } from 'zod';
import { dateIn, isAfter } from '../../records/dates.ts';
import type { BoundedDate } from '../../store/plan.ts';
import { Problem } from '../problems/problem.ts';

/** What a list says of the date that is bounded. */
export interface Bounds {
  /** The facet that holds it. */
  facet: string;
  /** What happened on it, and what has no date, for the description: `Said`, `undated statements`. */
  verb: string;
  undated: string;
}

export const boundNames = ['since', 'until'] as const;

/** A date as a request writes it: a bare plus in a URL arrives as a space. */
export const dateParameter = dateIn(z.string().overwrite((date) => date.trim().replace(' ', '+')));

const note = (undated: string): string =>
  `A year, a month, a day, or a moment with its offset. Dates that are known only to the year or month are found if they can match. Excludes ${undated}.`;

export const boundParameters = ({ verb, undated }: Bounds) => ({
  since: dateParameter.optional().meta({ description: `${verb} on this date or later. ${note(undated)}` }),
  until: dateParameter.optional().meta({ description: `${verb} on this date or earlier. ${note(undated)}` }),
});

/** The bounds of a request. Throws a Problem where `since` comes after `until`. */
export function readBounds({ facet }: Bounds, query: Record<string, unknown>): BoundedDate | null {
  const { since, until } = query as { since?: string; until?: string };
  if (since === undefined && until === undefined) return null;
  if (since !== undefined && until !== undefined && isAfter(since, until)) {
    const detail = `since: '${since}' comes after until, '${until}'; exchange the two, or leave one out`;
    throw new Problem({ code: 'invalid-parameter', detail, param: 'since' });
  }
  return { facet, ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}
