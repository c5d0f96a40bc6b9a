// Cuts a snippet of a text around its hits, as HTML that is safe to put into a page.
import { type Word, words } from './words.ts';

/** A half-open range `[start, end)`. */
export interface Range {
  start: number;
  end: number;
}

/** The part of a snippet before its first hit. */
const lead = 0.25;
/** If there are more hits, only the first ones are tried as the beginning of a snippet, to bound the work. */
const maxAnchors = 50;

/**
 * At most `length` UTF-16 units of the text, not counting markup and ellipses. Hits are in `<mark>`. Hits are UTF-16 ranges, in
 * order, without overlaps; without any, the snippet is the beginning of the text.
 */
export function snippetOf(text: string, hits: readonly Range[], length: number): string {
  const view =
    text.length <= length ? { start: 0, end: text.length } : bestView(text, hits, Math.max(1, length));
  return toHtml(text, hits, view);
}

/** The stretch of that length with the most hits, beginning and ending at words where it can. */
function bestView(text: string, hits: readonly Range[], length: number): Range {
  const found = words(text);
  const anchors = hits.length === 0 ? [0] : hits.slice(0, maxAnchors).map((hit) => hit.start);
  const hitsIn = (view: Range) => hits.filter((hit) => hit.start >= view.start && hit.end <= view.end).length;
  return anchors
    .map((anchor) => viewAround(anchor, text, found, length))
    .map((view) => ({ view, hits: hitsIn(view) }))
    .reduce((best, next) => (next.hits > best.hits ? next : best)).view;
}

function viewAround(anchor: number, text: string, found: readonly Word[], length: number): Range {
  const earliest = Math.min(anchor - Math.floor(length * lead), text.length - length);
  const isStart = ({ start }: Word) => start >= earliest && start < anchor;
  const start = earliest <= 0 ? 0 : Math.min(anchor, ...found.filter(isStart).map((word) => word.start));
  const latest = start + length;
  if (latest >= text.length) return { start, end: text.length };
  const isEnd = ({ end }: Word) => end > start && end <= latest;
  const end = Math.max(start, ...found.filter(isEnd).map((word) => word.end));
  return { start, end: end > start ? end : wholeCharacter(text, latest) };
}

/** The position, or the one before it if the position would split a surrogate pair. */
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

/** Nothing of the text can act as markup. Half of a surrogate pair becomes U+FFFD, as it does in UTF-8. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).toWellFormed();
}
