// Writes filters as query parameters, in one way for all links: `speaker=a,b`, `speaker.all=a,b`, `speaker=!c`.
import type { Group } from '../../store/plan.ts';

/** The parameter that asks for all of its values together. */
export const allOf = (param: string): string => `${param}.all`;

/** The facet that a parameter is about, whichever of its two it is. */
export const facetOf = (param: string): string =>
  param.endsWith('.all') ? param.slice(0, -'.all'.length) : param;

/** The parameters with their values, in the order of the groups. */
export const queryOf = (groups: readonly Group[]): [param: string, value: string][] =>
  [...new Set(groups.map(({ facet }) => facet))].flatMap((facet) =>
    pairsOf(
      facet,
      groups.filter((group) => group.facet === facet && group.values.length > 0),
    ),
  );

/** Several groups that are asked for hold together: those of one value stand in the parameter for all of its values. */
function pairsOf(facet: string, groups: readonly Group[]): [string, string][] {
  const { wanted, excluded } = simplified(groups);
  const isOne = wanted.length === 1;
  const any = wanted.filter((values) => isOne || values.length > 1);
  const all = wanted.filter((values) => !any.includes(values)).flat();
  return [
    ...any.map((values): [string, string] => [facet, values.join(',')]),
    ...(all.length > 0 ? [[allOf(facet), all.join(',')] satisfies [string, string]] : []),
    ...(excluded.length > 0 ? [[facet, `!${excluded.join(',')}`] satisfies [string, string]] : []),
  ];
}

/** The values of each group without groups that another one implies, and all excluded values. */
function simplified(groups: readonly Group[]): { wanted: string[][]; excluded: string[] } {
  const lists = groups.filter(({ negated }) => !negated).map(({ values }) => values);
  const wanted = lists.filter(
    (values, at) =>
      !lists.some(
        (other, place) => place !== at && implies(other, values) && (place < at || !implies(values, other)),
      ),
  );
  const excluded = groups.flatMap(({ negated, values }) => (negated ? values : []));
  return { wanted, excluded: [...new Set(excluded)] };
}

/** Whether a document with any of `some` has any of `others` too. */
const implies = (some: readonly string[], others: readonly string[]): boolean =>
  some.every((value) => others.includes(value));

/** The groups without those that say nothing more, sorted within each facet, so that equal questions are equal groups. */
export function inOneForm(facet: string, groups: readonly Group[]): Group[] {
  const { wanted, excluded } = simplified(groups);
  const sorted = wanted.map((values) => values.toSorted()).sort(byContent);
  return [
    ...sorted.map((values) => ({ facet, values, negated: false })),
    ...(excluded.length > 0 ? [{ facet, values: excluded.toSorted(), negated: true }] : []),
  ];
}

const byContent = (a: readonly string[], b: readonly string[]): number => (a.join() < b.join() ? -1 : 1);

/** Commas, exclamation marks and slashes may stand in a query (RFC 3986, 3.4), and are easier to read. */
export const readable = (query: string): string =>
  query.replaceAll('%2C', ',').replaceAll('%21', '!').replaceAll('%2F', '/');

/** A text as the name or the value of a parameter. Nearly all need no escape, and a page has hundreds of links. */
export const queryWord = (text: string): string =>
  /^[\w.,!/-]*$/.test(text) ? text : readable(new URLSearchParams([['', text]]).toString().slice(1));

/** Pairs as the query of a link. */
export const queryText = (pairs: readonly (readonly [name: string, value: string])[]): string =>
  pairs.map(([name, value]) => `${queryWord(name)}=${queryWord(value)}`).join('&');

/** A path with the parts of a query that are not empty. */
export function withQuery(path: string, parts: readonly string[]): string {
  const query = parts.filter((part) => part !== '').join('&');
  return query === '' ? path : `${path}?${query}`;
}
