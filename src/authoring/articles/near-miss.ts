// Finds words that an article has in other code points, and names the difference: marks that nobody sees, and letters that look alike.
import { diffArrays } from 'diff';
import { codePointName } from '../../text/code-points.ts';
import { normalise } from '../../text/normalise.ts';
import type { Article, Stretch } from './article.ts';

/** Differences that are named in one message. */
const maxDifferences = 4;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A text as it is compared, with the code point of the original at which each of its characters begins, and its end. */
interface Folded {
  text: string;
  starts: number[];
}

/** White space is one kind of space; marks, bidi controls and tatweel are nothing; letters that look alike are one letter. */
function fold(text: string): Folded {
  const folded: Folded = { text: '', starts: [] };
  let at = 0;
  for (const { segment } of graphemes.segment(text)) {
    const plain = /^\s/u.test(segment) ? ' ' : normalise(segment);
    folded.text += plain;
    for (let index = 0; index < plain.length; index += 1) folded.starts.push(at);
    at += [...segment].length;
  }
  folded.starts.push(at);
  return folded;
}

/** Where words stand in a stretch of an article but for such differences. Null where they do not. */
function findNearly(article: Article, words: string, bounds: Stretch): Stretch | null {
  const wanted = fold(words).text.trim();
  const { text, starts } = fold(article.slice(bounds));
  const found = wanted === '' ? -1 : text.indexOf(wanted);
  if (found < 0) return null;
  const [start = 0, end = 0] = [starts[found], starts[found + wanted.length]];
  return { start: bounds.start + start, end: bounds.start + end };
}

/**
 * What to say of words that are not in an article to the letter: where they nearly stand, and the difference code point by
 * code point. Null where nothing is near. `bounds` are stretches in turn, such as the article's paragraphs from the first.
 */
export function nearMiss(article: Article, words: string, bounds: readonly Stretch[]): string | null {
  for (const [at, each] of bounds.entries()) {
    const found = findNearly(article, words, each);
    if (found === null) continue;
    const place = bounds.length > 1 ? ` in paragraph ${at + 1}` : '';
    return `nearly stands${place}, but ${differenceOf(words, article.slice(found))}`;
  }
  return null;
}

/** `yours has U+0020 (space) where the article has U+00A0 (no-break space); write "قالت\u00a0عايدة"` */
export function differenceOf(yours: string, printed: string): string {
  const named: string[] = [];
  let removed: string[] = [];
  let before = '';
  const flush = (added: readonly string[]): void => {
    if (removed.length + added.length === 0) return;
    const where = before === '' ? 'at the start' : `after '${before}'`;
    if (removed.length === 0) named.push(`the article has ${pointsOf(added)} ${where}`);
    else if (added.length === 0) named.push(`yours has ${pointsOf(removed)} ${where}`);
    else named.push(`yours has ${pointsOf(removed)} where the article has ${pointsOf(added)} ${where}`);
    removed = [];
  };
  for (const part of diffArrays([...yours], [...printed])) {
    if (part.removed) removed = part.value;
    else {
      flush(part.added ? part.value : []);
      before = part.added ? '' : (part.value.join('').trim().split(/\s+/).at(-1) ?? '');
    }
  }
  flush([]);
  const more = named.length > maxDifferences ? `, and ${named.length - maxDifferences} more` : '';
  return `${named.slice(0, maxDifferences).join('; ')}${more}; write ${escaped(printed)}`;
}

const pointsOf = (characters: readonly string[]): string => characters.map(pointOf).join(' ');

function pointOf(character: string): string {
  const code = codePointName(character);
  const name = names.get(character) ?? (isVisible(character) ? character : undefined);
  return name === undefined ? code : `${code} (${name})`;
}

const isVisible = (character: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(character);

/** Names of what is not seen, and of letters that look alike. */
const names = new Map([
  [' ', 'space'],
  ['\t', 'tab'],
  ['\u00a0', 'no-break space'],
  ['\u202f', 'narrow no-break space'],
  ['\u2009', 'thin space'],
  ['\u200b', 'zero-width space'],
  ['\u200c', 'zero-width non-joiner'],
  ['\u200d', 'zero-width joiner'],
  ['\u200e', 'left-to-right mark'],
  ['\u200f', 'right-to-left mark'],
  ['\u061c', 'Arabic letter mark'],
  ['\u202a', 'left-to-right embedding'],
  ['\u202b', 'right-to-left embedding'],
  ['\u202c', 'pop directional formatting'],
  ['\u2066', 'left-to-right isolate'],
  ['\u2067', 'right-to-left isolate'],
  ['\u2069', 'pop directional isolate'],
  ['\u00ad', 'soft hyphen'],
  ['\ufeff', 'byte order mark'],
  ['\u0640', 'tatweel'],
  ['\u064b', 'fathatan'],
  ['\u064c', 'dammatan'],
  ['\u064d', 'kasratan'],
  ['\u064e', 'fatha'],
  ['\u064f', 'damma'],
  ['\u0650', 'kasra'],
  ['\u0651', 'shadda'],
  ['\u0652', 'sukun'],
  ['\u0653', 'madda above'],
  ['\u0654', 'hamza above'],
  ['\u0655', 'hamza below'],
  ['\u0670', 'superscript alef'],
  ['\u0301', 'combining acute'],
  ['\u0308', 'combining diaeresis'],
  ['\u064a', 'Arabic yeh'],
  ['\u0649', 'alef maksura'],
  ['\u06cc', 'Farsi yeh'],
  ['\u0643', 'Arabic kaf'],
  ['\u06a9', 'keheh'],
]);

/** A text as YAML takes it in quotation marks, with what nobody sees escaped. */
const escaped = (text: string): string =>
  `"${text.replace(/["\\]/g, '\\$&').replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, (mark) => `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)}"`;
