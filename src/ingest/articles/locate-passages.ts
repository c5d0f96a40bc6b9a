// Turns one record's passages and quotes into edits of its YAML.
import { isMap, isScalar, type YAMLMap } from 'yaml';
import type { Findings, RecordPlace } from '../findings.ts';
import { follow } from '../locator.ts';
import type { FieldPath } from '../problems.ts';
import { offsetOf, type Plain } from '../yaml-values.ts';
import { type Anchors, findPassage } from './anchors.ts';
import type { Article, Stretch } from './article.ts';
import { findQuotes } from './quotes.ts';
import type { RenditionIds } from './rendition-ids.ts';
import type { SeedRecord } from './seed-files.ts';
import type { ArticlesBySource } from './sources.ts';
import type { Edit } from './splice.ts';
import { endOf, prependField, setFields } from './yaml-edits.ts';

/** What locating needs beside the record. */
export interface Workplace {
  articles: ArticlesBySource;
  findings: Findings;
  ids: RenditionIds;
}

/** The edits of one record, how much they fill in, and whether something in it could not be located. */
export interface Located {
  edits: Edit[];
  isBlocked: boolean;
  passages: number;
  quotes: number;
  ids: number;
}

export const nothingLocated: Located = { edits: [], isBlocked: false, passages: 0, quotes: 0, ids: 0 };

type Fields = { [field: string]: Plain };

/** A rendition or claim inside its record. */
interface Passage {
  text: string;
  node: YAMLMap;
  value: Fields;
  at: RecordPlace;
  path: FieldPath;
}

/** Locates each rendition of a statement and gives it an id if it has none. */
export function locateStatement(text: string, { node, value, at }: SeedRecord, place: Workplace): Located {
  const { id, renditions } = value;
  const all = Array.isArray(renditions) ? renditions : [];
  const located = all.flatMap((rendition, number) => {
    const path = ['renditions', number];
    const map = follow(node, path);
    if (!isMap(map) || !isFields(rendition)) return [];
    const passage = { text, node: map, value: rendition, at, path };
    return [locatePassage(passage, place), nameRendition(passage, String(id), place)];
  });
  return together(located);
}

/** Locates a claim. */
export function locateClaim(text: string, { node, value, at }: SeedRecord, place: Workplace): Located {
  return locatePassage({ text, node, value, at, path: [] }, place);
}

const isFields = (value: Plain): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function together(located: readonly Located[]): Located {
  const sum = (count: 'passages' | 'quotes' | 'ids') =>
    located.reduce((total, each) => total + each[count], 0);
  return {
    edits: located.flatMap(({ edits }) => edits),
    isBlocked: located.some(({ isBlocked }) => isBlocked),
    ...{ passages: sum('passages'), quotes: sum('quotes'), ids: sum('ids') },
  };
}

function nameRendition({ text, node, value }: Passage, statement: string, { ids }: Workplace): Located {
  const { id, source } = value;
  if (id !== undefined) return nothingLocated;
  const edit = prependField(text, node, 'id', ids.next(statement, String(source)));
  return { ...nothingLocated, edits: [edit], ids: 1 };
}

/** Locates a passage that has words instead of offsets, and quotes that are texts only. */
function locatePassage(passage: Passage, place: Workplace): Located {
  const { text, node, value, at, path } = passage;
  const { source, passage: words, quotes } = value;
  const texts = Array.isArray(quotes) ? quotes : [];
  if (words === undefined && !texts.some((quote) => typeof quote === 'string')) return nothingLocated;
  const article = place.articles.get(String(source));
  if (article === null) return { ...nothingLocated, isBlocked: true };
  const complain = (field: FieldPath, message: string): Located => {
    place.findings.addMisfit(at, { path: [...path, ...field], message });
    return { ...nothingLocated, isBlocked: true };
  };
  if (article === undefined) return complain(['source'], `no source '${source}'`);
  const anchors = anchorsOf(value);
  if (typeof anchors === 'string') return complain(['passage'], anchors);
  const span = anchors === null ? spanOf(value) : findPassage(article, anchors);
  if (typeof span === 'string') return complain(['passage'], span);
  const edits = anchors === null ? [] : setFields(text, node, { ...span }, 'passage');
  const quoted = locateQuotes(passage, article, span, complain);
  return together([{ ...nothingLocated, edits, passages: anchors === null ? 0 : 1 }, ...quoted]);
}

/** The words that a passage is given by; null where it has its offsets already. */
function anchorsOf({ passage, paragraph }: Fields): Anchors | string | null {
  if (passage === undefined) return null;
  const words = Array.isArray(passage) ? passage : [passage];
  const [first, last = first] = words;
  if (
    words.length > 2 ||
    typeof first !== 'string' ||
    typeof last !== 'string' ||
    first === '' ||
    last === ''
  ) {
    return 'expected the words of the passage, or [first words, last words]';
  }
  return { first, last, paragraph: typeof paragraph === 'number' ? paragraph : undefined };
}

function spanOf({ start, end }: Fields): Stretch | string {
  if (typeof start === 'number' && typeof end === 'number') return { start, end };
  return 'missing; give [first words, last words], so that quotes can be looked for between them';
}

function locateQuotes(
  { text, node, value }: Passage,
  article: Article,
  span: Stretch,
  complain: (field: FieldPath, message: string) => Located,
): Located[] {
  const { quotes } = value;
  const texts = (Array.isArray(quotes) ? quotes : []).map(textOf);
  const places = findQuotes(article, span, texts);
  return texts.map((quoted, at) => {
    const place = quoted === '' ? 'expected the quoted words' : places[at];
    if (typeof place !== 'object') return complain(['quotes', at], String(place));
    return {
      ...nothingLocated,
      edits: quoteEdits(text, follow(node, ['quotes', at]), quoted, place),
      quotes: 1,
    };
  });
}

/** The words of a quote, whether it is a text or a group with a text; empty where it is neither. */
function textOf(quote: Plain): string {
  const { text } = isFields(quote) ? quote : { text: quote };
  return typeof text === 'string' ? text : '';
}

/** A quote that is a text becomes a group around that text, as it is written; one that is a group gets its offsets. */
function quoteEdits(text: string, node: unknown, words: string, { start, end }: Stretch): Edit[] {
  if (isMap(node)) return setFields(text, node, { start, end });
  const [from, to] = [offsetOf(node), endOf(text, node)];
  const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
  const written = isQuoted ? text.slice(from, to) : JSON.stringify(words);
  return [{ start: from, end: to, text: `{ text: ${written}, start: ${start}, end: ${end} }` }];
}
