// The chosen filters of a list in words, each with the link that takes it away.
import type { List } from '../http/lists/contract.ts';
import type { Filter } from '../http/request/filters.ts';
import { collectionOf } from '../records/references.ts';
import type { DocumentId, NamedKind, NameQuestion } from '../store/names.ts';
import type { Asking } from './asking.ts';
import { valueName } from './codes.ts';
import { countryName, date, languageName } from './intl.ts';
import type { Chip } from './parts.tsx';
import { named, pathWith, type View } from './view.ts';

/** Parameters that are shown as they are written. */
const plain = ['since', 'until', 'q'];

/** One value of a filter, as the query has it. */
interface Chosen {
  filter: Filter;
  text: string;
  isNegated: boolean;
  values: string[];
}

export async function chipsOf(asking: Asking, list: List): Promise<Chip[]> {
  const { view } = asking;
  const chosen = list.filters.flatMap((filter) =>
    view.query.getAll(filter.param).map((text) => chosenOf(filter, text)),
  );
  const names = await namesOf(asking, chosen);
  const filtered = chosen.map(({ filter: { param, values: kind }, text, isNegated, values }): Chip => {
    const shown = values.map(
      (value) =>
        codeName(view, param, value) ??
        ('names' in kind ? names.get(`${kind.names} ${value}`) : undefined) ??
        value,
    );
    return { parameter: param, name: shown.join(' / '), isNegated, href: without(view, param, text) };
  });
  const others = plain.flatMap((parameter): Chip[] => {
    const text = view.query.get(parameter);
    if (text === null) return [];
    const name = parameter === 'q' ? text : date(view, text);
    return [{ parameter, name, isNegated: false, href: without(view, parameter, text) }];
  });
  return [...filtered, ...others];
}

function chosenOf(filter: Filter, text: string): Chosen {
  const isNegated = text.startsWith('!');
  const values = (isNegated ? text.slice(1) : text).split(',').map((value) => value.trim());
  return { filter, text, isNegated, values };
}

/** The page's path without one value of a parameter; the cursor goes with it. */
function without(view: View, parameter: string, text: string): string {
  const query = new URLSearchParams(view.query);
  query.delete('cursor');
  query.delete(parameter, text);
  if (parameter === 'q' && query.get('sort') === 'relevance') query.delete('sort');
  return pathWith(view.path, query);
}

/** What the values that are names stand for, by kinds and value: two questions for all of them. */
async function namesOf({ data, view }: Asking, chosen: readonly Chosen[]): Promise<Map<string, string>> {
  const questions = chosen.flatMap(({ filter, values }): NameQuestion[] => {
    const kind = filter.values;
    return 'names' in kind ? values.map((text) => ({ kinds: kind.names, text })) : [];
  });
  if (questions.length === 0) return new Map();
  const ids = await data.resolve(questions);
  const documents = questions.flatMap(({ kinds, text }, at): (DocumentId & { key: string })[] =>
    kinds.map((kind) => ({
      collection: collectionNamed(kind),
      id: ids[at]?.[0] ?? text,
      key: `${kinds} ${text}`,
    })),
  );
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
