// Finds the subject that stands before an Arabic verb: after كان or لكن, at a headline's start, before الذي.
import type { TokenRange } from '../article.ts';
import { isComma, normAt, type Token, textAt } from '../tokens.ts';
import type { Candidate } from './cues.ts';
import { isHead, type Subjects } from './heads.ts';
import { subjectEnd } from './subject-ends.ts';
import { relatives } from './words.ts';

/** Where the clause that holds `at` begins: after the last comma or at the sentence's start, 24 tokens back at most. */
function clauseStart(tokens: readonly Token[], at: number, from: number): number {
  for (let index = at - 1; index >= Math.max(from, at - 24); index -= 1)
    if (/^[،,؛:]$/.test(textAt(tokens, index))) return index + 1;
  return Math.max(from, at - 24);
}

/** لكنه, وهو: the speaker is carried over. */
const PRONOUNS = /^و?(?:لكنه|لكنها|لكنهم|هو|هي|هم|انه|انها|انهم|حيث|كما|فيما|بينما|لكن)$/;
/** Whether a subject surely stands right before the verb: a title, a known name or a word with ال after أن, لكن, كان or a boundary. */
export function surelyBefore(
  tokens: readonly Token[],
  cue: number,
  range: TokenRange,
  subjects: Subjects,
): boolean {
  const first = normAt(tokens, range.from);
  const gap = tokens
    .slice(range.to, cue)
    .every(({ norm }) => norm === 'قد' || norm === 'فقد' || norm === 'ايضا');
  const before = tokens[range.from - 1];
  const free =
    before === undefined || !before.word || /^[وف]?(?:كان|كانت|لكن|ان|بينما|فيما|اما)$/.test(before.norm);
  return gap && free && (isHead(first) || subjects.words.has(first) || /^ال\p{L}{3}/u.test(first));
}

const TIMES = new Set(['الوقت', 'اليوم', 'الحين', 'الساعه', 'المره', 'الذي', 'اللحظه']);

/** The subject before a verb (كان سالم أعلن; لكن سالم حذر; الوزير الذي قال), or null. */
export function subjectBefore(
  tokens: readonly Token[],
  candidate: Candidate,
  sentence: TokenRange,
  subjects: Subjects,
): TokenRange | null {
  let to = candidate.index;
  const relative = relatives.has(normAt(tokens, to - 1));
  if (!relative && /^(?:فيه|فيها|خلاله|خلالها)$/.test(normAt(tokens, to + 1))) return null;
  if (['قد', 'فقد', 'كان', 'كانت', 'ايضا'].includes(normAt(tokens, to - 1))) to -= 1;
  if (to < candidate.index && isComma(tokens, to - 1)) to -= 1;
  if (relatives.has(normAt(tokens, to - 1)))
    return TIMES.has(normAt(tokens, to - 2)) ? null : nounBefore(tokens, to - 1, sentence.from, subjects);
  let from = clauseStart(tokens, to, sentence.from);
  for (let index = to - 1; index >= from; index -= 1)
    if (/^[وف]?(كان|كانت|كانوا|لكن|بان|ان|بينما|فيما|حيث|الا)$/.test(normAt(tokens, index))) {
      from = index + 1;
      break;
    }
  if (from >= to || PRONOUNS.test(normAt(tokens, from))) return null;
  const end = subjectEnd(tokens, from, to, subjects);
  if (end === to) return { from, to };
  const sure = isHead(normAt(tokens, from)) || subjects.words.has(normAt(tokens, from));
  if (sure && end > from && to - end <= 8) return { from, to: end };
  const isPast = /^و?(?:كان|كانت)$/.test(normAt(tokens, from - 1)) && from - 1 === sentence.from;
  return isPast && to - from <= 14 ? { from, to: end > from ? end : Math.min(to, from + 6) } : null;
}

function nounBefore(
  tokens: readonly Token[],
  to: number,
  least: number,
  subjects: Subjects,
): TokenRange | null {
  const end = isComma(tokens, to - 1) ? to - 1 : to;
  for (let from = end - 1; from >= Math.max(least, end - 9); from -= 1) {
    const norm = normAt(tokens, from);
    const head = isHead(norm) && !isHead(normAt(tokens, from - 1));
    if (
      head ||
      (subjects.words.has(norm) &&
        !subjects.words.has(normAt(tokens, from - 1)) &&
        !isHead(normAt(tokens, from - 1)))
    )
      return { from, to: end };
  }
  return end - 1 >= least ? { from: end - 1, to: end } : null;
}
