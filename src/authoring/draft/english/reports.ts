// Finds the reports of an English paragraph: verbs with what they report before, after or around them.

import type { Paragraph, TokenRange } from '../article.ts';
import { textAt } from '../tokens.ts';
import { accepts, holdsAuxiliary } from './accepts.ts';
import { contentBefore, isInverted, marksBefore, tokensBefore } from './before.ts';
import { isUnsaid } from './can-speak.ts';
import { complementAfter } from './complements.ts';
import { type Candidate, candidatesOf } from './cues.ts';
import type { Report } from './report.ts';
import { type Complement, reportBy } from './report.ts';
import { asQuoted, verbFirst } from './set-forms.ts';
import { type Subject, subjectBefore } from './subjects.ts';
import { isAdverb, low } from './tokens.ts';
import { auxiliaries, beForms } from './words.ts';

/** The reports of a paragraph in the order of their cues. */
export function reportsOf(paragraph: Paragraph): Report[] {
  return candidatesOf(paragraph).flatMap((candidate) => {
    const report = reportOf(paragraph, candidate);
    return report === null ? [] : [report];
  });
}

function reportOf(paragraph: Paragraph, candidate: Candidate): Report | null {
  const { at, form, sentence } = candidate;
  const subject = form.ing ? null : subjectBefore(paragraph, at, sentence.from);
  const doer =
    form.ing && beForms.has(low(paragraph.tokens, at - 1))
      ? subjectBefore(paragraph, at - 1, sentence.from)
      : subject;
  const inverted = isInverted(paragraph, candidate);
  if (doer !== null && !inverted && isUnsaid(paragraph, doer)) return null;
  const before = inverted && tokensBefore(paragraph, at);
  return (
    verbFirst(paragraph, candidate) ??
    asQuoted(paragraph, candidate, subject) ??
    (form.ing ? null : marksBefore(paragraph, candidate, subject)) ??
    (before ? contentBefore(paragraph, candidate, subject) : null) ??
    contentAround(paragraph, candidate, subject)
  );
}

/** What follows the verb; else what stands before it. */
function contentAround(paragraph: Paragraph, candidate: Candidate, subject: Subject | null): Report | null {
  const { at, after, form, sentence } = candidate;
  const isNoun = form.verb.noun && !form.past && !form.base && !form.ing;
  if (isNoun && subject !== null && holdsAuxiliary(paragraph, subject.range)) return null;
  const complement = complementAfter(paragraph, sentence, after, form);
  if (complement !== null && accepts(paragraph, candidate, complement, subject)) {
    const start = startOf(paragraph, at, subject, sentence);
    return reportBy(candidate, {
      kind: complement.kind,
      start,
      cuts: cutsAt(paragraph, candidate, start, subject, complement.kind),
      open: complement.from,
      subject,
      ing: form.ing,
    });
  }
  if (form.ing || (form.base && subject === null)) return null; // to say
  return contentBefore(paragraph, candidate, subject);
}

/** The words that belong to the report: a comma, 'and' or 'but' before its subject or its verb. */
function startOf(paragraph: Paragraph, cue: number, subject: Subject | null, sentence: TokenRange): number {
  const { tokens } = paragraph;
  let at = subject?.range.from ?? cue;
  while (
    at > sentence.from &&
    subject === null &&
    (isAdverb(low(tokens, at - 1)) || auxiliaries.has(low(tokens, at - 1)))
  )
    at -= 1;
  if (
    /^(?:after|because|when|before)$/.test(low(tokens, at - 1)) &&
    /^(?:,|and|but)$/.test(low(tokens, at - 2))
  )
    at -= 1;
  while (
    at > sentence.from &&
    (/^(?:and|but|while|as|though|although|then|yet)$/.test(low(tokens, at - 1)) ||
      /^[,;]$/.test(textAt(tokens, at - 1)))
  )
    at -= 1;
  return at;
}

/** Whether the content before a report ends where the report begins. */
function cutsAt(
  paragraph: Paragraph,
  { sentence, form }: Candidate,
  start: number,
  subject: Subject | null,
  kind: Complement['kind'],
): boolean {
  const text = textAt(paragraph.tokens, start);
  if (start <= sentence.from) return false;
  if (form.ing)
    return (
      text === ',' ||
      /^(?:while|and)$/.test(low(paragraph.tokens, start)) ||
      closesWithComma(paragraph, start)
    );
  const own =
    (subject !== null && subject.range.from > start) ||
    (subject === null && /^(?:and|but)$/.test(low(paragraph.tokens, start)));
  if (!own && !['words', 'that', 'clause', 'wh', 'to'].includes(kind)) return text === ';' || text === ',';
  return /^[,;]$/.test(text) || /^(?:and|but|while|though|although)$/.test(low(paragraph.tokens, start));
}

/** ... "more work," noting that: the comma stands inside the marks. */
function closesWithComma({ tokens, closings }: Paragraph, start: number): boolean {
  return closings.has(start - 1) && tokens[start - 2]?.text === ',';
}
