// Reads English reports whose words stand before the verb: "...", said X; ..., X said; The plan, he said, will work.
import type { Paragraph, TokenRange } from '../article.ts';
import { skipAdverbial } from './adverbials.ts';
import type { Candidate } from './cues.ts';
import type { Report } from './report.ts';
import { type Subject, subjectAfter } from './subjects.ts';
import { isFiniteVerb, isPronoun, low } from './tokens.ts';

/** "...", said X. / ..., said X: the verb right after a mark or a comma, with nothing but a name after it. */
export function isInverted(paragraph: Paragraph, { at, form, sentence }: Candidate): boolean {
  const { tokens } = paragraph;
  if (form.ing || form.verb.person || at <= sentence.from) return false;
  const end = tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
  if (closingAt(paragraph, end) !== null) return true;
  if (tokens[at - 1]?.text !== ',' || !form.verb.takes.includes('clause')) return false;
  for (let next = at + 1; next < sentence.to; next += 1) {
    if (/^[,.;:]$/.test(tokens[next]?.text ?? '')) return next > at + 1;
    if (
      isFiniteVerb(low(tokens, next)) ||
      isPronoun(low(tokens, next)) ||
      low(tokens, next) === 'that' ||
      paragraph.openings.has(next)
    )
      return false;
  }
  return true;
}

/** Whether a comma or a mark stands before the verb, and no adverb. */
export function tokensBefore(paragraph: Paragraph, at: number): boolean {
  return !(paragraph.tokens[at - 1]?.word ?? true);
}

/** A quotation that ends right before the verb or its subject is what is said, whatever follows. */
export function marksBefore(
  paragraph: Paragraph,
  candidate: Candidate,
  subject: Subject | null,
): Report | null {
  const { at } = candidate;
  const { tokens } = paragraph;
  const ends = [at - 1, ...(subject === null ? [] : [subject.range.from - 1])].map((end) =>
    tokens[end]?.text === ',' ? end - 1 : end,
  );
  const spoken = ends.some((end) => {
    const open = closingAt(paragraph, end);
    return open !== null && (/^[,.?!…—-]$|^\.\.+$/.test(tokens[end - 1]?.text ?? '') || end - open > 6);
  });
  return spoken ? contentBefore(paragraph, candidate, subject) : null;
}

/** 'officials say' may follow its content, 'to say' may not. */
export function baseBefore(
  paragraph: Paragraph,
  candidate: Candidate,
  subject: Subject | null,
): Report | null {
  return candidate.form.ing || subject === null ? null : contentBefore(paragraph, candidate, subject);
}

/** "...", said X. / ..., X said. / The plan, he said, will work. */
export function contentBefore(
  paragraph: Paragraph,
  candidate: Candidate,
  subject: Subject | null,
): Report | null {
  const { at, form, sentence } = candidate;
  const { tokens } = paragraph;
  const inverted =
    subject === null || !(tokens[subject.range.to - 1]?.word ?? false)
      ? subjectAfter(paragraph, at, sentence.to)
      : null;
  const directly = isInverted(paragraph, candidate) ? subjectAfter(paragraph, at, sentence.to) : null;
  const own = directly ?? subject ?? inverted;
  const start = directly !== null || subject === null ? at : subject.range.from;
  const end = tokens[start - 1]?.text === ',' ? start - 1 : start;
  const marks = closingAt(paragraph, end - 1);
  if (
    marks === null &&
    (tokens[start - 1]?.text !== ',' ||
      (form.verb['quote-near'] && form.verb.verb !== 'add') ||
      form.verb.takes.length === 0)
  )
    return previousSentence(paragraph, candidate, own, start);
  const after = directly === null ? at + 1 : directly.range.to;
  const more = resumed(paragraph, after, sentence);
  const rest = more !== null && directly !== null && !paragraph.openings.has(more.from) ? null : more;
  const enough = marks !== null || rest !== null || isClause(paragraph, sentence.from, end);
  if (end - sentence.from < 2 || !enough) return null;
  if (form.verb['object-quote'] && marks === null) return null;
  return {
    cue: { from: at, to: at + 1 },
    lemma: form.verb.verb,
    kind: 'before',
    start,
    cuts: true,
    open: null,
    whole: [{ from: sentence.from, to: end }, ...(rest === null ? [] : [rest])],
    subject: own,
    sentence,
    ing: false,
  };
}

function isClause(paragraph: Paragraph, from: number, to: number): boolean {
  let words = 0;
  let finite = false;
  for (let at = from; at < to; at += 1) {
    if (paragraph.tokens[at]?.word) words += 1;
    finite ||= isFiniteVerb(low(paragraph.tokens, at)) || isPronoun(low(paragraph.tokens, at));
  }
  return words >= 4 && finite;
}

/** "Why?" Smith asked: the quotation ends the sentence before. */
function previousSentence(
  paragraph: Paragraph,
  candidate: Candidate,
  subject: Subject | null,
  start: number,
): Report | null {
  const before = candidate.previous;
  if (before === null || start !== candidate.sentence.from || subject === null) return null;
  const close = closingAt(paragraph, before.to - 1);
  if (close === null || !/^[?!…—-]$|^\.\.+$/.test(paragraph.tokens[before.to - 2]?.text ?? '')) return null;
  return {
    cue: { from: candidate.at, to: candidate.at + 1 },
    lemma: candidate.form.verb.verb,
    kind: 'before',
    start,
    cuts: true,
    open: null,
    whole: [{ from: before.from, to: before.to }],
    subject,
    sentence: candidate.sentence,
    ing: false,
  };
}

/** The opening token of the outer quotation that closes at `index`, or null. */
function closingAt(paragraph: Paragraph, index: number): number | null {
  return paragraph.closings.get(index) ?? null;
}

/** What goes on after ', he said,': a quotation or the rest of the clause. */
function resumed(paragraph: Paragraph, from: number, sentence: TokenRange): TokenRange | null {
  const { tokens, openings } = paragraph;
  let at = from;
  for (let steps = 0; steps < 6; steps += 1) {
    const next = skipAdverbial(tokens, at, sentence.to);
    if (next === at) break;
    at = next;
  }
  if (openings.has(at)) return { from: at, to: sentence.to };
  if (tokens[at]?.text !== ',') return null;
  if (openings.has(at + 1)) return { from: at + 1, to: sentence.to };
  const word = low(tokens, at + 1);
  if (
    /ing$/.test(word) ||
    [
      'who',
      'which',
      'and',
      'but',
      'while',
      'as',
      'where',
      'when',
      'according',
      'citing',
      'a',
      'an',
      'after',
    ].includes(word)
  )
    return null;
  return at + 3 < sentence.to ? { from: at + 1, to: sentence.to } : null;
}
