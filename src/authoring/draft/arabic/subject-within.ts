// Cuts the words between an Arabic verb and its content down to those that name the subject.
import type { TokenRange } from '../article.ts';
import { isComma, isWord, normAt, type Token, textAt } from '../tokens.ts';
import { startsAdverbial } from './adverbials.ts';
import { isHead } from './heads.ts';
import { bodies, noSubjects, outletHeads, singularIn } from './words.ts';

/** The part of `range` that names the subject, without adverbials at its end; null where there is none. */
export function subjectWithin(tokens: readonly Token[], range: TokenRange): TokenRange | null {
  let { from } = range;
  while (from < range.to && (!isWord(tokens, from) || /^(?:عنه|عنها|عنهم)$/.test(normAt(tokens, from))))
    from += 1;
  let to = from;
  while (
    to < range.to &&
    (isNameInMarks(tokens, to) || isApposition(tokens, to, from, range.to) || !endsSubject(tokens, to, from))
  )
    to += 1;
  while (to > from && !isWord(tokens, to - 1) && tokens[to - 1]?.text !== ')') to -= 1;
  if (/^لل\p{L}{3,}/u.test(normAt(tokens, from))) return null;
  if (/^ال.*ين$/.test(normAt(tokens, from)) && !singularIn.has(normAt(tokens, from))) return null;
  while (to > from && ['الي', 'علي', 'عن', 'من', 'في', 'ايضا', 'كذلك', 'قد'].includes(normAt(tokens, to - 1)))
    to -= 1;
  return to > from ? { from, to } : null;
}

/** وكالة "تاس" الروسية: marks round the name after its head. */
function isNameInMarks(tokens: readonly Token[], at: number): boolean {
  if (!/^[«»"“”]$/.test(textAt(tokens, at))) return false;
  for (let index = at - 1; index >= Math.max(0, at - 5); index -= 1) {
    if (!isWord(tokens, index) && !/^[«"“]$/.test(textAt(tokens, index))) return false;
    if (bodies.has(normAt(tokens, index)) || outletHeads.has(normAt(tokens, index))) return true;
  }
  return false;
}

/** قائد اللواء، العميد سالم، إن: a name that follows its title after a comma. */
function isApposition(tokens: readonly Token[], at: number, from: number, limit: number): boolean {
  if (!isComma(tokens, at) || !isHead(normAt(tokens, from))) return false;
  let end = at + 1;
  while (end < limit && !/^[،,:]$/.test(textAt(tokens, end))) {
    if (startsAdverbial(tokens, end) || noSubjects.has(normAt(tokens, end))) return false;
    end += 1;
  }
  return end > at + 1 && end - at <= 6;
}

function endsSubject(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  if (startsAdverbial(tokens, at)) return true;
  if (['،', ',', ':', '؛', '«', '"', '“', '-', '–', '…', '...', '..'].includes(token.text)) return true;
  if (/^(?:الي|عن|ان|مع|لا|لم|التي|الذي|الذين|قائلا|يقول|بالقول|كما|حيث)$/.test(token.norm)) return true;
  if (['في', 'من', 'علي'].includes(token.norm) && at === from) return true;
  return token.norm === 'علي' && !['ابن', 'بن'].includes(normAt(tokens, at - 1));
}
