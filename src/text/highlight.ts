/**
 * Finds in an original text what a query asks for, and cuts a snippet around it that is safe in HTML.
 *
 * It decides by the same normal forms and stems as the index, so it marks what made a row match; and it marks
 * the text as it stands, with its vowel marks and spellings.
 */
import { hasWord, textOf, wordsOf } from './bytes.ts';
import type { Range } from './normalise.ts';
import type { Part, Query } from './query.ts';
import { type Word, words } from './words.ts';

/** `ranges`: in Unicode code points of the original, in order, apart. `snippet`: HTML, hits in `<mark>`. */
export type Highlight = { ranges: Range[]; snippet: string };

/** Characters of the original that a snippet shows, in UTF-16 units. */
export const SNIPPET_LENGTH = 240;
/** Half of a character that is two UTF-16 units. */
const SURROGATE = /[\ud800-\udfff]/;
/** The part of a snippet that stands before its first hit. */
const LEAD = 0.25;
/** Where a text has more hits, a snippet is looked for around the first ones only, to bound the work. */
const ANCHORS = 50;

/**
 * Where the words and phrases of the query stand in the text, and a snippet of at most `length` UTF-16 units
 * of it, without markup and ellipses. What the query excludes is not marked. Without a hit the snippet is the
 * beginning of the text.
 */
export function highlight(text: string, query: Query, length = SNIPPET_LENGTH): Highlight {
  const found = words(text);
  return marked(text, found, hitsIn(found, partsOf(query)), length);
}

/**
 * Makes the function that highlights texts which are given as bytes (bytes.ts), and gives null for those without a hit.
 * Much faster, since most texts of a document have none.
 */
export function highlighterOfBytes(query: Query): (bytes: string) => Highlight | null {
  const parts = partsOf(query);
  const asked = parts.flatMap((part) => part.words);
  const normals = new Set(asked.map(({ normal }) => normal));
  const stems = new Set(asked.flatMap((word) => word.stems));
  const isAsked = ({ normal, stem }: Word): boolean => normals.has(normal) || stems.has(stem);
  return (bytes) => {
    if (!hasWord(bytes, isAsked)) return null;
    const found = wordsOf(bytes);
    const hits = hitsIn(found, parts);
    return hits.length === 0 ? null : marked(textOf(bytes), found, hits, SNIPPET_LENGTH);
  };
}

const partsOf = ({ terms, phrases }: Query): Part[] => [...terms, ...phrases];

const hitsIn = (found: readonly Word[], parts: readonly Part[]): Range[] =>
  merge(parts.flatMap((part) => hitsOf(part, found)));

function marked(text: string, found: readonly Word[], hits: readonly Range[], length: number): Highlight {
  const view = stretchWithMost(hits, text, found, Math.max(1, length));
  return { ranges: inCodePoints(text, hits), snippet: toHtml(text, hits, view) };
}

/** UTF-16 ranges of one part of the query, each from its first word to its last. */
function hitsOf(part: Part, found: readonly Word[]): Range[] {
  return found.flatMap((first, index) => {
    if (!standsAt(index, part, found)) return [];
    const here = found.slice(index, index + part.words.length);
    return [{ start: first.start, end: Math.max(...here.map((word) => word.end)) }];
  });
}

/** As the index is asked: one word under all its stems, several side by side under their own. */
function standsAt(index: number, part: Part, found: readonly Word[]): boolean {
  if (part.words.every((asked, place) => found[index + place]?.normal === asked.normal)) return true;
  if (part.exact) return false;
  const alone = part.words.length === 1;
  return part.words.every(({ stems }, place) => {
    const stem = found[index + place]?.stem;
    return stem !== undefined && (alone ? stems : stems.slice(0, 1)).includes(stem);
  });
}

function merge(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges.sort((one, other) => one.start - other.start || one.end - other.end)) {
    const last = merged.at(-1);
    if (last !== undefined && range.start < last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

/** The stretch of text with the most hits that fits, beginning and ending at words where it can. */
function stretchWithMost(
  hits: readonly Range[],
  text: string,
  found: readonly Word[],
  length: number,
): Range {
  if (text.length <= length) return { start: 0, end: text.length };
  const anchors = hits.length === 0 ? [0] : hits.slice(0, ANCHORS).map((hit) => hit.start);
  const held = (view: Range) => hits.filter((hit) => hit.start >= view.start && hit.end <= view.end).length;
  return anchors
    .map((anchor) => stretchAround(anchor, text, found, length))
    .map((view) => ({ view, held: held(view) }))
    .reduce((best, next) => (next.held > best.held ? next : best)).view;
}

function stretchAround(anchor: number, text: string, found: readonly Word[], length: number): Range {
  const earliest = Math.min(anchor - Math.floor(length * LEAD), text.length - length);
  const isStart = ({ start }: Word) => start >= earliest && start < anchor;
  const start = earliest <= 0 ? 0 : Math.min(anchor, ...found.filter(isStart).map((word) => word.start));
  const latest = start + length;
  if (latest >= text.length) return { start, end: text.length };
  const isEnd = ({ end }: Word) => end > start && end <= latest;
  const end = Math.max(start, ...found.filter(isEnd).map((word) => word.end));
  return { start, end: end > start ? end : wholeCharacter(text, latest) };
}

/** The position, or the one before it where it would part a surrogate pair. */
function wholeCharacter(text: string, position: number): number {
  return /[\ud800-\udbff]/.test(text.charAt(position - 1)) ? position - 1 : position;
}

function toHtml(text: string, hits: readonly Range[], view: Range): string {
  let html = view.start > 0 ? '…' : '';
  let at = view.start;
  for (const hit of hits) {
    const start = Math.max(hit.start, view.start);
    const end = Math.min(hit.end, view.end);
    if (start >= end) continue;
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escapeHtml(text.slice(at, view.end)) + (view.end < text.length ? '…' : '');
}

/** Nothing of the text can act as markup. Half of a surrogate pair becomes U+FFFD, as in any UTF-8. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).toWellFormed();
}

function inCodePoints(text: string, hits: readonly Range[]): Range[] {
  if (!SURROGATE.test(text)) return [...hits];
  let unit = 0;
  let point = 0;
  const upTo = (position: number) => {
    point += [...text.slice(unit, position)].length;
    unit = position;
    return point;
  };
  return hits.map((hit) => ({ start: upTo(hit.start), end: upTo(hit.end) }));
}
