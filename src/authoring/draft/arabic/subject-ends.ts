// Finds where the subject after an Arabic verb ends: after titles, names and bodies, before the object that follows it.
import { isWord, normAt, type Token } from '../tokens.ts';
import { startsAdverbial } from './adverbials.ts';
import { isContentNoun, isHead, type Subjects } from './heads.ts';
import { bodies, complementizers, noSubjects, titles } from './words.ts';

/** بتوقيع, لإقامة: a verbal noun with a preposition. */
const ATTACHED = /^[بل](?=\p{L}{3})/u;

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
    const attached = attachedEnd(tokens, at, start, limit, head);
    if (attached !== null) {
      at = attached;
      continue;
    }
    const norm = normAt(tokens, at);
    if (!isWord(tokens, at) || complementizers.has(norm)) break;
    if (startsAdverbial(tokens, at) || noSubjects.has(norm)) break;
    if (isHead(norm)) {
      head = true;
      unknown = 0;
      continue;
    }
    const before = normAt(tokens, at - 1);
    const idafa = at > start && (titles.has(before) || bodies.has(before)) && !before.startsWith('ال');
    if (subjects.words.has(norm) || idafa) continue;
    if (norm.startsWith('ال') && norm.length > 4) {
      if (at === start || head || before.startsWith('ال')) continue;
      break;
    }
    if (unknown >= 2 || isContent(norm)) break;
    unknown += 1;
  }
  return Math.min(at, limit);
}

/** The last token of words that belong to the subject whatever they are: in brackets, after a title, هذا, كل من; null elsewhere. */
function attachedEnd(
  tokens: readonly Token[],
  at: number,
  start: number,
  limit: number,
  head: boolean,
): number | null {
  const norm = normAt(tokens, at);
  if (at > start) {
    if (tokens[at]?.text === '(') return closingBracket(tokens, at, limit);
    if (!head || !joinsTitle(tokens, at)) return null;
    return norm === 'في' || norm === 'لدي' ? at + 1 : at;
  }
  if (/^(هذا|هذه|هؤلاء)$/.test(norm)) return at;
  return norm === 'كل' && tokens[at + 1]?.norm === 'من' ? endOfBoth(tokens, at + 2, limit) - 1 : null;
}

/** A noun of what is said, also with a preposition. */
function isContent(norm: string): boolean {
  return (
    isContentNoun(norm) || (ATTACHED.test(norm) && isContentNoun(norm.slice(1))) || /^بال\p{L}{3}/u.test(norm)
  );
}

/** كل من السعودية وفرنسا: up to the last name joined with و. */
function endOfBoth(tokens: readonly Token[], from: number, limit: number): number {
  let end = from + 1;
  for (let at = from + 1; at < Math.min(limit, from + 8); at += 1) {
    const norm = normAt(tokens, at);
    if (isContentNoun(norm) || !isWord(tokens, at)) break;
    if (/^و\p{L}{3}/u.test(norm)) end = at + 1;
  }
  return Math.min(end, limit);
}

/** باسم, للشؤون, في واشنطن: they go on with a title. */
function joinsTitle(tokens: readonly Token[], at: number): boolean {
  const norm = normAt(tokens, at);
  if (norm === 'باسم' || norm === 'لشؤون' || norm === 'بشؤون' || norm === 'لدي') return true;
  if (/^لل\p{L}{3,}/u.test(norm)) return !startsAdverbial(tokens, at);
  return norm === 'في' && !startsAdverbial(tokens, at) && isWord(tokens, at + 1);
}

function closingBracket(tokens: readonly Token[], at: number, limit: number): number {
  for (let index = at; index < Math.min(limit, at + 8); index += 1)
    if (tokens[index]?.text === ')') return index;
  return at;
}
