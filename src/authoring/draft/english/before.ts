// Reads English reports whose words stand before the verb: "...", said X; ..., X said; The plan, he said, will work.

import type { Paragraph, TokenRange } from '../article.ts';
import { isWord, textAt } from '../tokens.ts';
import { opensClause } from './clauses.ts';
import { hasObject, isAnswer, isClause } from './clauses-before.ts';
import { complementAfter } from './complements.ts';
import type { Candidate } from './cues.ts';
import { previousSentence } from './previous-sentence.ts';
import type { Report } from './report.ts';
import { goesOnWithVerb, quotationFurtherOn, resumed } from './resumptions.ts';
import { subjectAfter } from './subject-after.ts';
import type { Subject } from './subjects.ts';
import { isFiniteVerb, isPronoun, low } from './tokens.ts';
import { lemmaOf } from './verbs.ts';
import { auxiliaries, conjunctions, prepositions } from './words.ts';

/** "...", said X. / ..., said X: the verb right after a mark or a comma, with nothing but a name after it. */
export function isInverted(paragraph: Paragraph, { at, form, sentence }: Candidate): boolean {
  const { tokens } = paragraph;
  if (form.ing || form.verb.person || at <= sentence.from) return false;
  const end = tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
  if (closingAt(paragraph, end) !== null) return true;
  if (tokens[at - 1]?.text !== ',' || !form.verb.takes.includes('clause')) return false;
  for (let next = at + 1; next < sentence.to; next += 1) {
    if (/^[,.;:]$/.test(textAt(tokens, next))) return next > at + 1;
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
    if (open !== null && isLead(paragraph, candidate, open)) return false;
    return open !== null && (/^[,.?!…—-]$|^\.\.+$/.test(textAt(tokens, end - 1)) || end - open > 6);
  });
  return spoken ? contentBefore(paragraph, candidate, subject) : null;
}

/** In a letter to the "community," he said he was tired: marks in a lead are no words of the speaker where a clause follows the verb. */
function isLead(paragraph: Paragraph, { sentence, after, form }: Candidate, open: number): boolean {
  const first = low(paragraph.tokens, sentence.from);
  if (open === sentence.from || !(prepositions.has(first) || conjunctions.has(first) || /ing$/.test(first)))
    return false;
  const complement = complementAfter(paragraph, sentence, after, form);
  return complement !== null && ['clause', 'that', 'words', 'wh'].includes(complement.kind);
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
  const { at, after: next, form, sentence } = candidate;
  const { tokens } = paragraph;
  const inverted =
    subject === null || !isWord(tokens, subject.range.to - 1)
      ? subjectAfter(paragraph, at, sentence.to)
      : null;
  const directly = isInverted(paragraph, candidate) ? subjectAfter(paragraph, at, sentence.to) : null;
  const own = directly ?? subject ?? inverted;
  const start = directly !== null || subject === null ? at : subject.range.from;
  const end = tokens[start - 1]?.text === ',' ? start - 1 : start;
  const marks = closingAt(paragraph, end - 1);
  if (marks !== null && marks < sentence.from) return previousSentence(paragraph, candidate, own, start);
  if (
    marks === null &&
    (tokens[start - 1]?.text !== ',' ||
      (form.verb['quote-near'] && form.verb.verb !== 'add') ||
      form.verb.takes.length === 0)
  )
    return previousSentence(paragraph, candidate, own, start);
  const after = directly === null ? next : directly.range.to;
  const more =
    (marks === null ? null : quotationFurtherOn(paragraph, after, sentence)) ??
    resumed(
      paragraph,
      after,
      sentence,
      marks === null && directly === null,
      marks === null && auxiliaries.has(low(tokens, end - 1)),
    );
  const spoken = marks !== null && marks - sentence.from < 2;
  const goesOn =
    directly === null
      ? !spoken
      : marks === null && (goesOnWithVerb(paragraph, more) || opensWithCondition(paragraph, sentence, more));
  const rest = more !== null && !goesOn && !paragraph.openings.has(more.from) ? null : more;
  const enough = marks !== null || rest !== null || isClause(paragraph, sentence.from, end);
  if (marks === null && directly === null && rest === null && hasObject(paragraph, after, sentence))
    return null;
  if (rest === null && marks === null && isAnswer(paragraph, sentence)) return null;
  if (end - sentence.from < (rest === null ? 2 : 1) || !enough) return null;
  if (form.verb.verb === 'tell' && !tokens[next]?.word) return null; // Ferry was late, inquiry told
  if (form.verb['object-quote'] && marks === null) return null;
  return {
    cue: { from: at, to: next },
    lemma: lemmaOf(form),
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

/** If it does, says Smith, rents may rise: a condition before the verb and its main clause behind it. */
function opensWithCondition({ tokens }: Paragraph, sentence: TokenRange, rest: TokenRange | null): boolean {
  const first = low(tokens, sentence.from);
  return (
    rest !== null &&
    /^(?:if|when|while|because|although|though|unless|since|until|once|as|for|without|with)$/.test(first) &&
    opensClause(tokens, rest.from, rest.to)
  );
}

/** The opening token of the outer quotation that closes at `index`, or null. */
function closingAt(paragraph: Paragraph, index: number): number | null {
  return paragraph.closings.get(index) ?? null;
}
