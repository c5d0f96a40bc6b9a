// What a page knows of the request that it answers: the language, the address, and how links keep both.
import { plainName } from '../http/request/array-parameters.ts';
import { readable } from '../http/request/filter-query.ts';
import { directionOf } from '../records/languages.ts';
import { type Text, type Texts, textIn } from '../records/texts.ts';
import { type Language, type Strings, strings } from './strings.ts';

/** The request, as pages see it. */
export interface View {
  /** The language of the page's own words. */
  language: Language;
  /** The languages that the reader wants the texts of the record in, best first; that of the page is the last. */
  languages: readonly string[];
  /** The language that `lang=` chose: links carry it on. */
  chosen: string | null;
  t: Strings;
  /** Scheme and host: `https://record.example`. */
  origin: string;
  /** Path of the request, without a query. */
  path: string;
  /** The query without `lang` and `format`. */
  query: URLSearchParams;
  /** The state of the data that the page comes from; null where it comes from none. */
  dataset: { version: string; ingestedAt: string } | null;
}

/** Makes a view of a request; `url` is its path and query. */
export function viewOf(
  { language, chosen }: Pick<View, 'language' | 'chosen'>,
  wanted: readonly string[],
  url: string,
  origin: string,
  dataset: View['dataset'],
): View {
  const [path = '/', search = ''] = url.split(/\?(.*)/s, 2);
  const given = Array.from(new URLSearchParams(search), ([name, value]): [string, string] => [
    plainName(name),
    value,
  ]);
  const query = new URLSearchParams(given);
  if (query.has('by')) query.set('by', query.getAll('by').join());
  for (const name of ['lang', 'format']) query.delete(name);
  for (const [name, value] of [...query]) if (value === '') query.delete(name);
  const languages = [...new Set([...wanted, language])];
  return { language, languages, chosen, t: strings[language], origin, path, query, dataset };
}

/** A text in the reader's language, or else in the first of the record. */
export const textFor = ({ languages }: View, texts: Texts): Text => textIn(texts, languages);

/** A name likewise, where it stands among other words. */
export const named = (view: View, { name }: { name: Texts }): string => textFor(view, name).text;

/** What stands before the colon of a source's name, where several stand in a row: `Article 003`. */
export const shortName = (view: View, source: { name: Texts }): string =>
  named(view, source).split(/[:：]/u, 1).join().trim();

/** A path of the API as a link of the page: it keeps the language where `lang=` chose it. */
export function linked(view: View, href: string): string {
  return view.chosen !== null && href.startsWith('/') ? withParameter(href, 'lang', view.chosen) : href;
}

/** A path or URL with one more parameter, before its fragment. */
export function withParameter(href: string, name: string, value: string): string {
  const [url = '', fragment] = href.split('#', 2);
  const parameter = `${name}=${encodeURIComponent(value)}`;
  const whole = `${url}${url.includes('?') ? '&' : '?'}${parameter}`;
  return fragment === undefined ? whole : `${whole}#${fragment}`;
}

/** A path with a query; nothing is added for an empty one. Commas and `!` stay readable. */
export function pathWith(path: string, query: URLSearchParams): string {
  const text = readable(query.toString());
  return text === '' ? path : `${path}?${text}`;
}

/** The page's own path with one parameter set or, where the value is null, taken away; the cursor goes with it. */
export function changed(view: View, name: string, value: string | null): string {
  const query = new URLSearchParams(view.query);
  query.delete('cursor');
  if (value === null) query.delete(name);
  else query.set(name, value);
  return pathWith(view.path, query);
}

/** `lang` and `dir` of a text; neither where it is in the language of the page. */
export const languageOf = (view: View, language: string): { lang?: string; dir?: 'ltr' | 'rtl' } =>
  language === view.language ? {} : { lang: language, dir: directionOf(language) };
