// The chosen filters of a list in words, each with the link that takes it away.
import type { List } from '../http/lists/contract.ts';
import { linkTo } from '../http/lists/facets/links.ts';
import { dateParameter } from '../http/request/bounds.ts';
import { type Filter, isOfFilter } from '../http/request/filters.ts';
import { collectionOf } from '../records/kinds.ts';
import type { DocumentId, NamedKind } from '../store/names.ts';
import type { Group } from '../store/plan.ts';
import type { Asking } from './asking.ts';
import { valueName } from './codes.ts';
import { countryName, date, languageName } from './intl.ts';
import type { Chip } from './list-controls.tsx';
import { named, pathWith, type View } from './view.ts';

/** Parameters that are shown as they are written. */
const plain = ['since', 'until', 'q'];

export async function chipsOf(asking: Asking, list: List, groups: readonly Group[]): Promise<Chip[]> {
  const { view } = asking;
  const names = await namesOf(asking, list.filters, groups);
  const filtered = groups.map((group): Chip => {
    const { facet: parameter, values, negated: isNegated } = group;
    const shown = values.map(
      (value) => codeName(view, parameter, value) ?? names.get(`${parameter} ${value}`) ?? value,
    );
    return { parameter, name: shown.join(' / '), isNegated, href: without(view, list, groups, group) };
  });
  const others = plain.flatMap((parameter): Chip[] => {
    const text = view.query.get(parameter);
    if (text === null) return [];
    const name = parameter === 'q' ? text : date(view, dateParameter.parse(text));
    return [{ parameter, name, isNegated: false, href: withoutParameter(view, parameter) }];
  });
  return [...filtered, ...others];
}

/** The page's path without one group of values; the cursor goes with it. */
function without(view: View, { filters }: List, groups: readonly Group[], group: Group): string {
  const others = [...view.query].filter(([name]) => name !== 'cursor' && !isOfFilter(filters, name));
  const rest = groups.filter((each) => each !== group);
  return linkTo(view.path, rest, Object.fromEntries(others));
}

/** The page's path without a parameter; the cursor goes with it. */
function withoutParameter(view: View, parameter: string): string {
  const query = new URLSearchParams(view.query);
  query.delete('cursor');
  query.delete(parameter);
  if (parameter === 'q' && query.get('sort') === 'relevance') query.delete('sort');
  return pathWith(view.path, query);
}

/** What the values that are ids are called, by parameter and value: one question for all of them. */
async function namesOf(
  { data, view }: Asking,
  filters: readonly Filter[],
  groups: readonly Group[],
): Promise<Map<string, string>> {
  const documents = groups.flatMap(({ facet, values }) => {
    const kind = filters.find(({ param }) => param === facet)?.values;
    if (kind === undefined || !('names' in kind)) return [];
    return values.flatMap((value): (DocumentId & { key: string })[] => {
      const id = kind.withKind ? value.replace(/^.*\//, '') : value;
      const kinds = kind.names.filter((each) => !kind.withKind || value === `${each}/${id}`);
      return kinds.map((each) => ({ collection: collectionNamed(each), id, key: `${facet} ${value}` }));
    });
  });
  if (documents.length === 0) return new Map();
  const names = await data.names(documents);
  const found = documents.flatMap(({ key }, at): [string, string][] => {
    const name = names[at];
    return name ? [[key, named(view, { name })]] : [];
  });
  return new Map(found);
}

const collectionNamed = (kind: NamedKind) => (kind === 'outlet' ? 'outlets' : collectionOf[kind]);

/** What a code is called: by the tables, or by Unicode; null for what is none. */
function codeName(view: View, param: string, value: string): string | null {
  if (param === 'country') return countryName(view, value.toUpperCase());
  if (param === 'language') return languageName(view, value);
  if (param === 'month') return date(view, value);
  if (param === 'reported' && value === '2..') return view.t.twoSources;
  return valueName(param, value, view.language);
}
