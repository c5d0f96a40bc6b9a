// Reads the subject of an Arabic verb: titles, names, bodies; and tells it from the object that follows it.
import type { Article, TokenRange } from '../article.ts';
import type { Token } from '../tokens.ts';
import { startsAdverbial } from './adverbials.ts';
import {
  anonymous,
  bodies,
  complementizers,
  contentNouns,
  outletHeads,
  singularIn,
  titles,
} from './words.ts';

/** What an article itself teaches: words seen in the subjects of clear reports, and all its words. */
export type Subjects = { words: ReadonlySet<string>; vocabulary: ReadonlySet<string> };

/** Patterns of verbal nouns: تشكيل, استعداد, اتخاذ, انسحاب, مشاركة, إطلاق. */
const VERBAL_NOUN =
  /^(?:ت\p{L}{2}ي\p{L}|است\p{L}{2,3}ا?\p{L}|ا(?!ل)\p{L}ت\p{L}ا\p{L}|ان\p{L}{2}ا\p{L}|م\p{L}ا\p{L}{2}ه|ت\p{L}ا\p{L}{2})(?:ه|ها|هم|هما)?$/u;
/** بتوقيع, لإقامة: a verbal noun with a preposition. */
const ATTACHED = /^[بل](?=\p{L}{3})/u;
const PREPOSITIONS = new Set([
  'الي',
  'علي',
  'عن',
  'من',
  'في',
  'مع',
  'بين',
  'ان',
  'و',
  'او',
  'ثم',
  'لكن',
  'الا',
  'التي',
  'الذي',
  'الذين',
  'ما',
  'لا',
  'لم',
  'لن',
  'كان',
  'كانت',
  'هناك',
  'هو',
  'هي',
  'كل',
  'جميع',
  'اي',
  'اذا',
  'لو',
  'قد',
  'سوف',
  'كلا',
  'كما',
  'ذلك',
  'هذه',
  'هذا',
  'غير',
  'نحن',
  'انا',
  'ليس',
  'ليست',
  'نعم',
  'لقد',
  'لكننا',
  'عدم',
  'كنا',
  'كنت',
  'ولكن',
  'بل',
  'اننا',
  'انني',
  'مثل',
  'لقاء',
  'فقد',
  'لجميع',
  'لكل',
  'هنالك',
  'ثمه',
]);

export function isContentNoun(norm: string): boolean {
  return (
    contentNouns.has(norm) ||
    (VERBAL_NOUN.test(norm) && !titles.has(norm)) ||
    /^ا\p{L}ا\p{L}ه$/u.test(norm) ||
    (/^ا(?!ل)\p{L}{2}ا\p{L}$/u.test(norm) && norm !== 'ايران')
  );
}

export function isHead(norm: string): boolean {
  if (titles.has(norm) || bodies.has(norm) || anonymous.has(norm)) return true;
  return norm.startsWith('و') && (titles.has(norm.slice(1)) || bodies.has(norm.slice(1)));
}

/** The index after the subject that begins at `start`; `start` where none does. Looks at 16 tokens at most. */
export function subjectEnd(
  tokens: readonly Token[],
  start: number,
  limit: number,
  subjects: Subjects,
): number {
  let head = false;
  let unknown = 0;
  let at = start;
  for (; at < Math.min(limit, start + 16); at += 1) {
    const token = tokens[at];
    if (token === undefined || !token.word) {
      if (token?.text === '(' && at > start) {
        at = closingBracket(tokens, at, limit);
        continue;
      }
      break;
    }
    const { norm } = token;
    if (complementizers.has(norm)) break;
    if (head && at > start && joinsTitle(tokens, at)) {
      at += norm === 'في' || norm === 'لدي' ? 1 : 0;
      continue;
    }
    if (at === start && /^(هذا|هذه|هؤلاء)$/.test(norm)) continue;
    if (norm === 'كل' && at === start && tokens[at + 1]?.norm === 'من') {
      at = endOfBoth(tokens, at + 2, limit) - 1;
      continue;
    }
    if (startsAdverbial(tokens, at) || PREPOSITIONS.has(norm)) break;
    if (isHead(norm)) {
      head = true;
      unknown = 0;
      continue;
    }
    const before = tokens[at - 1]?.norm ?? '';
    const idafa = at > start && (titles.has(before) || bodies.has(before)) && !before.startsWith('ال');
    if (subjects.words.has(norm) || idafa) continue;
    if (norm.startsWith('ال') && norm.length > 4) {
      if (at === start || head || before.startsWith('ال')) continue;
      break;
    }
    if (
      isContentNoun(norm) ||
      unknown >= 2 ||
      (ATTACHED.test(norm) && isContentNoun(norm.slice(1))) ||
      /^بال\p{L}{3}/u.test(norm)
    )
      break;
    unknown += 1;
  }
  return Math.min(at, limit);
}

/** كل من السعودية وفرنسا: up to the last name joined with و. */
function endOfBoth(tokens: readonly Token[], from: number, limit: number): number {
  let end = from + 1;
  for (let at = from + 1; at < Math.min(limit, from + 8); at += 1) {
    const norm = tokens[at]?.norm ?? '';
    if (isContentNoun(norm) || !(tokens[at]?.word ?? false)) break;
    if (/^و\p{L}{3}/u.test(norm)) end = at + 1;
  }
  return Math.min(end, limit);
}

/** باسم, للشؤون, في واشنطن: they go on with a title. */
function joinsTitle(tokens: readonly Token[], at: number): boolean {
  const norm = tokens[at]?.norm ?? '';
  if (norm === 'باسم' || norm === 'لشؤون' || norm === 'بشؤون' || norm === 'لدي') return true;
  if (/^لل\p{L}{3,}/u.test(norm)) return !startsAdverbial(tokens, at);
  return norm === 'في' && !startsAdverbial(tokens, at) && (tokens[at + 1]?.word ?? false);
}

function closingBracket(tokens: readonly Token[], at: number, limit: number): number {
  for (let index = at; index < Math.min(limit, at + 8); index += 1)
    if (tokens[index]?.text === ')') return index;
  return at;
}

/** The part of `range` that names the subject, without adverbials at its end; null where there is none. */
export function subjectWithin(tokens: readonly Token[], range: TokenRange): TokenRange | null {
  let { from } = range;
  while (from < range.to && (!isWord(tokens, from) || /^(?:عنه|عنها|عنهم)$/.test(tokens[from]?.norm ?? '')))
    from += 1;
  let to = from;
  while (
    to < range.to &&
    (isNameInMarks(tokens, to) || isApposition(tokens, to, from, range.to) || !endsSubject(tokens, to, from))
  )
    to += 1;
  while (to > from && !isWord(tokens, to - 1) && tokens[to - 1]?.text !== ')') to -= 1;
  if (/^لل\p{L}{3,}/u.test(tokens[from]?.norm ?? '')) return null;
  if (/^ال.*ين$/.test(tokens[from]?.norm ?? '') && !singularIn.has(tokens[from]?.norm ?? '')) return null;
  while (
    to > from &&
    ['الي', 'علي', 'عن', 'من', 'في', 'ايضا', 'كذلك', 'قد'].includes(tokens[to - 1]?.norm ?? '')
  )
    to -= 1;
  return to > from ? { from, to } : null;
}

/** وكالة "تاس" الروسية: marks round the name after its head. */
function isNameInMarks(tokens: readonly Token[], at: number): boolean {
  if (!/^[«»"“”]$/.test(tokens[at]?.text ?? '')) return false;
  for (let index = at - 1; index >= Math.max(0, at - 5); index -= 1) {
    if (!isWord(tokens, index) && !/^[«"“]$/.test(tokens[index]?.text ?? '')) return false;
    if (bodies.has(tokens[index]?.norm ?? '') || outletHeads.has(tokens[index]?.norm ?? '')) return true;
  }
  return false;
}

/** قائد اللواء، العميد سالم، إن: a name that follows its title after a comma. */
function isApposition(tokens: readonly Token[], at: number, from: number, limit: number): boolean {
  if (!/^[،,]$/.test(tokens[at]?.text ?? '') || !isHead(tokens[from]?.norm ?? '')) return false;
  let end = at + 1;
  while (end < limit && !/^[،,:]$/.test(tokens[end]?.text ?? '')) {
    if (startsAdverbial(tokens, end) || PREPOSITIONS.has(tokens[end]?.norm ?? '')) return false;
    end += 1;
  }
  return end > at + 1 && end - at <= 6;
}

function endsSubject(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  if (startsAdverbial(tokens, at)) return true;
  if (['،', ',', ':', '؛', '«', '"', '“', '-', '–', '…', '...', '..'].includes(token.text)) return true;
  if (
    [
      'الي',
      'عن',
      'ان',
      'مع',
      'لا',
      'لم',
      'التي',
      'الذي',
      'الذين',
      'قائلا',
      'يقول',
      'بالقول',
      'كما',
      'حيث',
    ].includes(token.norm)
  )
    return true;
  if (['في', 'من', 'علي'].includes(token.norm) && at === from) return true;
  return token.norm === 'علي' && !['ابن', 'بن'].includes(tokens[at - 1]?.norm ?? '');
}

function isWord(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word ?? false;
}

/** Every word of the article once, for telling prefixes from letters of a word. */
export function vocabularyOf(article: Article): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { tokens } of article.paragraphs)
    for (const token of tokens) if (token.word) words.add(token.norm);
  return words;
}
