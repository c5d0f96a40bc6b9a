// Finds the subject of an Arabic sentence whose report has none of its own: that of its first verb.

import type { Paragraph, TokenRange } from '../article.ts';
import { governmentOf } from '../countries.ts';
import { normAt } from '../tokens.ts';
import { startsAdverbial } from './adverbials.ts';
import { isHead, type Subjects } from './heads.ts';
import { subjectEnd } from './subject-ends.ts';
import { anonymous, things } from './words.ts';

/** وردد الرئيس هذه الرسالة فقال: the subject right after the verb that opens the sentence. */
export function firstSubject(
  { tokens }: Paragraph,
  sentence: TokenRange,
  to: number,
  subjects: Subjects,
): TokenRange | null {
  const from = sentence.from + 1;
  const opens = tokens[sentence.from];
  if (to <= from + 1 || opens === undefined || !opens.word || isNoVerb(opens.norm)) return null;
  if (startsAdverbial(tokens, sentence.from) || startsAdverbial(tokens, from)) return null;
  if (!isNamed(tokens, from, subjects) || things.has(normAt(tokens, from))) return null;
  const end = subjectEnd(tokens, from, to, subjects);
  return end > from ? { from, to: end } : null;
}

function isNamed(tokens: Paragraph['tokens'], at: number, subjects: Subjects): boolean {
  const token = tokens[at];
  return (
    token !== undefined &&
    (isHead(token.norm) || subjects.words.has(token.norm) || governmentOf(token.text) !== null)
  );
}

/** The subject of a sentence's first verb: والتقى سالم ... مشيرا إلى. */
export function mainSubject(
  paragraph: Paragraph,
  sentence: TokenRange,
  to: number,
  subjects: Subjects,
): TokenRange | null {
  const { tokens } = paragraph;
  for (let at = sentence.from; at < Math.min(to, sentence.from + 9); at += 1) {
    const norm = normAt(tokens, at);
    const second = at === sentence.from + 1 && !isNoVerb(normAt(tokens, sentence.from));
    if (!isHead(norm) && !subjects.words.has(norm) && !(second && isNamed(tokens, at, subjects))) continue;
    const topic = /^و?اما$/.test(normAt(tokens, sentence.from)) && at <= sentence.from + 2;
    if (topic) return { from: at, to: Math.max(at + 1, subjectEnd(tokens, at, to, subjects)) };
    if (anonymous.has(norm) || ['مع', 'من', 'الي', 'علي', 'عن', 'بين'].includes(normAt(tokens, at - 1)))
      continue;
    const end = subjectEnd(tokens, at, to, subjects);
    if (end > at) return { from: at, to: end };
  }
  return null;
}

/** Words that open a sentence and are no verb. */
function isNoVerb(norm: string): boolean {
  return /^و?(?:في|من|الي|علي|عن|مع|بين|ان|اما|لكن|هذا|هذه|هو|هي|ما|لا|كما|فيما|بينما|حيث|كان|كانت)$|^و?ال/.test(
    norm,
  );
}
