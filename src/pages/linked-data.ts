// Linked data as search engines read it: the context of schema.org alone, one text for each name, plain dates.
import type { Texts } from '../records/texts.ts';
import { textFor, type View } from './view.ts';

/** Terms whose values are texts by language. */
const byLanguage = new Set(['name', 'description', 'abstract', 'roleName']);

/** Terms and types of other vocabularies. */
const foreign = new Set(['@context', 'broader', 'Concept']);

/** An answer in JSON-LD in the language of a page; its own names beside the terms of schema.org are left out. */
export const pageNode = (view: View, node: object): object => ({
  '@context': 'https://schema.org',
  ...(plain(view, node) as object),
  url: view.origin + view.path,
});

function plain(view: View, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(view, each));
  if (typeof value !== 'object' || value === null) return value;
  if ('@value' in value) return value['@value'];
  const pairs = Object.entries(value).flatMap(([term, inner]): [string, unknown][] => {
    if (foreign.has(term)) return [];
    if (term === '@type') return [[term, typeOf(inner)]];
    return [[term, byLanguage.has(term) && isTexts(inner) ? textFor(view, inner).text : plain(view, inner)]];
  });
  return { ...Object.fromEntries(pairs), ...headline(view, value) };
}

const isTexts = (value: unknown): value is Texts =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('@type' in value);

/** The type of schema.org, where a thing has one of another vocabulary, too. */
function typeOf(type: unknown): unknown {
  if (!Array.isArray(type)) return type;
  const own = type.filter((each) => !foreign.has(each));
  return own.length === 1 ? own[0] : own;
}

/** An article needs a headline: the name that the record gives it. */
const headline = (view: View, node: object): object =>
  '@type' in node && node['@type'] === 'NewsArticle' && 'name' in node && isTexts(node.name)
    ? { headline: textFor(view, node.name).text }
    : {};
