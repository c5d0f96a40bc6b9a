// Links of facets: the list under other filters, written as a request would ask for it.
import type { Group } from '../../../store/plan.ts';
import { queryOf, queryText, queryWord, withQuery } from '../../request/filter-query.ts';

/** Makes the function that gives the link of a value. What the links of a facet share is written once. */
export function togglesOf(
  facet: string,
  groups: readonly Group[],
  path: string,
  others: Record<string, unknown>,
): (id: string) => string {
  const own = groups.filter((group) => group.facet === facet);
  const first = own[0] ? groups.indexOf(own[0]) : groups.length;
  const rest = groups.slice(first).filter((group) => group.facet !== facet);
  const before = textOf(own[0] ? groups.slice(0, first) : groups);
  const after = queryText([...queryOf(rest), ...setIn(others)]);
  const linkOf = (id: string) =>
    withQuery(path, [before, queryText(queryOf(toggled(facet, id, own))), after]);
  if (own.length > 1 || own[0]?.negated) return linkOf;
  const chosen = own[0]?.values ?? [];
  const start = `${withQuery(path, [before, facet])}=${chosen.map((id) => `${queryWord(id)},`).join('')}`;
  const end = after && `&${after}`;
  return (id) => (chosen.includes(id) ? linkOf(id) : start + queryWord(id) + end);
}

/** The facet's filters with the value added to them, or removed from them. */
function toggled(facet: string, id: string, groups: readonly Group[]): Group[] {
  const own = groups.filter(({ negated }) => !negated);
  const [first] = own;
  if (first === undefined) return [...groups, { facet, values: [id], negated: false }];
  const isSelected = own.some(({ values }) => values.includes(id));
  const isAllOf = own.length > 1 && own.every(({ values }) => values.length === 1);
  if (isAllOf && !isSelected) return [...groups, { facet, values: [id], negated: false }];
  return groups.map((group) => {
    if (!own.includes(group)) return group;
    if (isSelected) return { ...group, values: group.values.filter((value) => value !== id) };
    return group === first ? { ...group, values: [...group.values, id] } : group;
  });
}

/** A path with these filters and with the other parameters that are set. */
export function linkTo(path: string, groups: readonly Group[], others: Record<string, unknown>): string {
  return withQuery(path, [textOf(groups), queryText(setIn(others))]);
}

/** Filters as a part of a query. The links of all facets of a page have the same filters in them. */
function textOf(groups: readonly Group[]): string {
  const known = written.get(groups);
  if (known !== undefined) return known;
  const text = queryText(queryOf(groups));
  written.set(groups, text);
  return text;
}

const written = new WeakMap<readonly Group[], string>();

const setIn = (parameters: Record<string, unknown>): [name: string, value: string][] =>
  Object.entries(parameters).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
