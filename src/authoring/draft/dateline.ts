// Reads the dateline that an article opens with: 'MOSCOW, Aug 15 (Reuters) -', 'الرياض - واس:', 'ألاسكا (رويترز)'.
import type { Article } from './article.ts';
import { dateOf } from './dates.ts';
import type { Names } from './names.ts';
import { outletId } from './outlets.ts';

export type Dateline = {
  /** The words as they stand there. */
  text: string;
  /** Id of a place of the record, or null. */
  place: string | null;
  /** YYYY-MM-DD where day, month and year stand there. */
  date: string | null;
  /** Id of an outlet, or null. */
  outlet: string | null;
};

/** A dateline is short, and stands in one of the first paragraphs: a headline or two may come before it. */
const LONGEST = 90;
const PARAGRAPHS = 4;

const WITH_BRACKETS = /^([^()\n:«"“]{0,70}?)[\s،,–—-]*\(([^()\n]{2,40})\)/u;
const WITH_DASH =
  /^([^()\n:«"“–—]{2,60}?)(?:\s+[-–—ـ]+\s*|\s*[–—]\s*)(?:([^\s:.،,]+(?:\s[^\s:.،,]+){0,2}?)\s*(?::|[-–—ـ]\s))?/u;

/** The dateline, or null where none of the first paragraphs has one. */
export function datelineOf(article: Article, names: Names): Dateline | null {
  for (const { start } of article.paragraphs.slice(0, PARAGRAPHS)) {
    const head = article.text.slice(start, start + LONGEST).split('\n')[0] ?? '';
    const found = bracketed(head, names) ?? dashed(head, names);
    if (found !== null) return found;
  }
  return null;
}

/** What stands in brackets is an outlet: 'أنكوراج 15 أغسطس 2025 (شينخوا)'. */
function bracketed(head: string, names: Names): Dateline | null {
  const match = WITH_BRACKETS.exec(head);
  const outlet = match === null ? null : outletIn(match[2] ?? '', names);
  if (match === null || outlet === null) return null;
  const before = match[1] ?? '';
  return { text: match[0].trim(), place: placeAtStart(before, names), date: dateOf(before), outlet };
}

/** What stands before a dash is an outlet, a place of the record, or capitals: 'MOSCOW, Aug. 15 —', 'موسكو 16 أغسطس 2025 -'. */
function dashed(head: string, names: Names): Dateline | null {
  const match = WITH_DASH.exec(head);
  if (match === null) return null;
  const before = match[1] ?? '';
  const place = placeAtStart(before, names);
  const outlet = outletIn(before, names) ?? outletIn(match[2] ?? '', names);
  const date = dateOf(before);
  const isAlone = place !== null && (date !== null || before.split(/\s+/).length <= 3);
  const inCapitals = /^\p{Lu}{3,}(?:[\s,.'’-]|$)/u.test(before);
  if (outlet === null && !isAlone && !inCapitals) return null;
  const text = outlet !== null && outletIn(before, names) === null ? match[0] : before;
  return { text: text.replace(/[\s:–—-]+$/u, ''), place, date, outlet };
}

function outletIn(words: string, names: Names): string | null {
  if (words.trim() === '') return null;
  const known = names.allIn(words).find(({ isOutlet }) => isOutlet === true);
  return known?.id ?? outletId(words);
}

/** The place of the record whose name the words begin with. */
function placeAtStart(words: string, names: Names): string | null {
  const all = words.split(/[\s،,.]+/).filter((word) => word !== '');
  for (let to = Math.min(4, all.length); to > 0; to -= 1) {
    const found = names.exact(all.slice(0, to).join(' '));
    if (found?.kind === 'place') return found.id;
  }
  return null;
}
