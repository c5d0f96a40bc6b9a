// The one way to write a list's URL: parameters in a fixed order, names as ids. However a question is spelled, it is this.
import type { Group } from '../../store/plan.ts';
import { presentation } from '../formats/format.ts';
import { allOf, queryOf, readable, withQuery } from './filter-query.ts';

/** The parts of a list's URL. */
export interface Question {
  /** Without a query. */
  path: string;
  /** The parameters that decide what the list holds, and its order: `speaker=putin&sort=saidOn`. */
  content: string;
  /** Those that decide how much of it is shown and in which form, without the cursor. */
  presentation: string;
  cursor: string | undefined;
}

/** Reads a question from a query string that was parsed, and from the filters that were read from it. */
export function questionOf(path: string, groups: readonly Group[], query: Record<string, unknown>): Question {
  const facets = new Set(groups.flatMap(({ facet }) => [facet, allOf(facet)]));
  const content = queryOf(groups).map(([param, value]) => pair(param, value));
  const shown: string[] = [];
  for (const name of Object.keys(query).sort()) {
    const value = query[name];
    if (value === undefined || facets.has(name) || name === 'cursor') continue;
    (presentation.includes(name) ? shown : content).push(pair(name, String(value)));
  }
  const cursor = query['cursor'] as string | undefined;
  return { path, content: content.join('&'), presentation: shown.join('&'), cursor };
}

/** The path and query of a question, at another place in its list where a cursor is given. */
export const urlOf = (question: Question, cursor: string | undefined = question.cursor): string =>
  withQuery(question.path, [
    question.content,
    question.presentation,
    cursor === undefined ? '' : pair('cursor', cursor),
  ]);

/** The path and query of the whole list as a feed, which has a sort of its own. */
export const feedUrl = ({ path, content }: Question, format: string): string => {
  const filters = content.split('&').filter((each) => !each.startsWith('sort='));
  return withQuery(path, [...filters, pair('format', format)]);
};

const pair = (name: string, value: string): string =>
  `${name}=${readable(encodeURIComponent(value.toWellFormed()))}`;
