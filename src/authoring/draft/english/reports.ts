// Finds the reports of an English paragraph: verbs with what they report before, after or around them.

import type { Paragraph, TokenRange } from '../article.ts';
import { textAt } from '../tokens.ts';
import { accepts, holdsVerb } from './accepts.ts';
import { asQuoted, isUnsaid } from './as-quoted.ts';
import { baseBefore, contentBefore, isInverted, marksBefore, tokensBefore } from './before.ts';
import type { Complement } from './complement.ts';
import { complementAfter } from './complements.ts';
import { type Candidate, candidatesOf } from './cues.ts';
import type { Report } from './report.ts';
import { type Subject, subjectBefore } from './subjects.ts';
import { isAdverb, low } from './tokens.ts';
import { verbFirst } from './verb-first.ts';
import { type Form, lemmaOf } from './verbs.ts';
import { auxiliaries, beForms } from './words.ts';

/** The reports of a paragraph in the order of their cues. */
export function reportsOf(paragraph: Paragraph): Report[] {
  return candidatesOf(paragraph).flatMap((candidate) => {
    const report = reportOf(paragraph, candidate);
    return report === null ? [] : [report];
  });
}

function reportOf(paragraph: Paragraph, candidate: Candidate): Report | null {
  const { at, after, form, sentence } = candidate;
  const subject = form.ing ? null : subjectBefore(paragraph, at, sentence.from);
  const doer =
    form.ing && beForms.has(low(paragraph.tokens, at - 1))
      ? subjectBefore(paragraph, at - 1, sentence.from)
      : subject;
  if (doer !== null && !isInverted(paragraph, candidate) && isUnsaid(paragraph, doer)) return null;
  const first = verbFirst(paragraph, candidate);
  if (first !== null) return first;
  const quoted = asQuoted(paragraph, candidate, subject);
  if (quoted !== null) return quoted;
  const marked = form.ing ? null : marksBefore(paragraph, candidate, subject);
  if (marked !== null) return marked;
  if (isInverted(paragraph, candidate) && tokensBefore(paragraph, at)) {
    const inverted = contentBefore(paragraph, candidate, subject);
    if (inverted !== null) return inverted;
  }
  const complement = complementAfter(paragraph, sentence, after, form);
  if (
    subject !== null &&
    form.verb.noun &&
    form.past === false &&
    !form.base &&
    !form.ing &&
    holdsVerb(paragraph, subject.range)
  )
    return null;
  if (complement !== null && accepts(paragraph, at, form, complement, subject)) {
    const start = startOf(paragraph, at, subject, sentence);
    return {
      cue: { from: at, to: after },
      lemma: lemmaOf(form),
      kind: complement.kind,
      start,
      cuts: cutsAt(paragraph, start, subject, sentence, form, complement),
      open: complement.from,
      whole: [],
      subject,
      sentence,
      ing: form.ing,
    };
  }
  return form.ing || form.base
    ? baseBefore(paragraph, candidate, subject)
    : contentBefore(paragraph, candidate, subject);
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

function cutsAt(
  paragraph: Paragraph,
  start: number,
  subject: Subject | null,
  sentence: TokenRange,
  form: Form,
  complement: Complement,
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
  if (!own && !['words', 'that', 'clause', 'wh', 'to'].includes(complement.kind))
    return text === ';' || text === ',';
  return /^[,;]$/.test(text) || /^(?:and|but|while|though|although)$/.test(low(paragraph.tokens, start));
}

/** ... "more work," noting that: the comma stands inside the marks. */
function closesWithComma({ tokens, closings }: Paragraph, start: number): boolean {
  return closings.has(start - 1) && tokens[start - 2]?.text === ',';
}
