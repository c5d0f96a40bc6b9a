// Reads English reports whose words stand before the verb: "...", said X; ..., X said; The plan, he said, will work.

import type { Paragraph, TokenRange } from '../article.ts';
import { textAt } from '../tokens.ts';
import { opensClause } from './clauses.ts';
import { hasObject, isAnswer, isClause } from './clauses-before.ts';
import { complementAfter } from './complements.ts';
import type { Candidate } from './cues.ts';
import { previousSentence } from './previous-sentence.ts';
import { type Report, reportBy } from './report.ts';
import { goesOnWithVerb, quotationFurtherOn, resumed } from './resumptions.ts';
import { subjectAfter } from './subject-after.ts';
import type { Subject } from './subjects.ts';
import { isFiniteVerb, isPronoun, low } from './tokens.ts';
import type { Form } from './verbs.ts';
import { auxiliaries, conjunctions, prepositions } from './words.ts';

/** "...", said X. / ..., said X: the verb right after a mark or a comma, with nothing but a name after it. */
export function isInverted(paragraph: Paragraph, { at, form, sentence }: Candidate): boolean {
  const { tokens } = paragraph;
  if (form.ing || form.verb.person || at <= sentence.from) return false;
  const end = tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
  if (paragraph.closings.has(end)) return true;
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
    const open = paragraph.closings.get(end);
    if (open === undefined || isLead(paragraph, candidate, open)) return false;
    return /^[,.?!…—-]$|^\.\.+$/.test(textAt(tokens, end - 1)) || end - open > 6;
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

/** Where a content stands that comes before its verb: its end, the token after verb and subject, and the mark that opens it. */
type Place = { end: number; next: number; marks: number | undefined; inverted: boolean };

/** "...", said X. / ..., X said. / The plan, he said, will work. */
export function contentBefore(
  paragraph: Paragraph,
  candidate: Candidate,
  subject: Subject | null,
): Report | null {
  const { at, after, form, sentence } = candidate;
  const { tokens } = paragraph;
  const following = subjectAfter(paragraph, at, sentence.to);
  const inverted = isInverted(paragraph, candidate) ? following : null;
  const own = inverted ?? subject ?? following;
  const start = inverted !== null || subject === null ? at : subject.range.from;
  const end = tokens[start - 1]?.text === ',' ? start - 1 : start;
  const marks = paragraph.closings.get(end - 1);
  const isHere = marks === undefined ? end < start && followsClause(form) : marks >= sentence.from;
  if (!isHere) return previousSentence(paragraph, candidate, own, start);
  const place = { end, next: inverted?.range.to ?? after, marks, inverted: inverted !== null };
  const rest = restAfter(paragraph, sentence, place);
  if (end - sentence.from < (rest === null ? 2 : 1)) return null;
  if (marks === undefined && rest === null && !isSaid(paragraph, sentence, place)) return null;
  if (form.verb['object-quote'] && marks === undefined) return null;
  if (form.verb.verb === 'tell' && !tokens[after]?.word) return null; // Ferry was late, inquiry told
  const whole = [{ from: sentence.from, to: end }, ...(rest === null ? [] : [rest])];
  return reportBy(candidate, { kind: 'before', start, cuts: true, whole, subject: own });
}

/** Whether a verb may stand behind a clause without marks. */
function followsClause({ verb }: Form): boolean {
  return verb.takes.length > 0 && (!verb['quote-near'] || verb.verb === 'add');
}

/** What goes on after the verb and its subject; null where nothing does. */
function restAfter(
  paragraph: Paragraph,
  sentence: TokenRange,
  { end, next, marks, inverted }: Place,
): TokenRange | null {
  const isOpen = marks === undefined;
  const isUnfinished = isOpen && auxiliaries.has(low(paragraph.tokens, end - 1));
  const rest =
    (isOpen ? null : quotationFurtherOn(paragraph, next, sentence)) ??
    resumed(paragraph, next, sentence, isOpen && !inverted, isUnfinished);
  if (rest === null || paragraph.openings.has(rest.from)) return rest;
  const goesOn = inverted
    ? isOpen && (goesOnWithVerb(paragraph, rest) || opensWithCondition(paragraph, sentence, rest))
    : isOpen || marks - sentence.from >= 2;
  return goesOn ? rest : null;
}

/** Whether words without marks are a clause that the verb reports. */
function isSaid(paragraph: Paragraph, sentence: TokenRange, { end, next, inverted }: Place): boolean {
  if (isAnswer(paragraph, sentence) || !isClause(paragraph, sentence.from, end)) return false;
  return inverted || !hasObject(paragraph, next, sentence);
}

/** If it does, says Smith, rents may rise: a condition before the verb and its main clause behind it. */
function opensWithCondition({ tokens }: Paragraph, sentence: TokenRange, rest: TokenRange): boolean {
  const first = low(tokens, sentence.from);
  return (
    /^(?:if|when|while|because|although|though|unless|since|until|once|as|for|without|with)$/.test(first) &&
    opensClause(tokens, rest.from, rest.to)
  );
}
