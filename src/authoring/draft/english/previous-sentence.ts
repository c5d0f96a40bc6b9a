// Reads English reports whose quotation ends the sentence before: "Why?" Smith asked.

import type { Paragraph } from '../article.ts';
import { textAt } from '../tokens.ts';
import type { Candidate } from './cues.ts';
import { type Report, reportBy } from './report.ts';
import type { Subject } from './subjects.ts';

/** "Why?" Smith asked: the quotation ends the sentence before. */
export function previousSentence(
  paragraph: Paragraph,
  candidate: Candidate,
  subject: Subject | null,
  start: number,
): Report | null {
  const before = candidate.previous;
  if (before === null || start !== candidate.sentence.from || subject === null) return null;
  const close = paragraph.closings.get(before.to - 1);
  const { tokens } = paragraph;
  const alone = candidate.after >= candidate.sentence.to - 1; // "We will." Smith said.
  const mark = alone ? /^[.?!…—-]$|^\.\.+$/ : /^[?!…—-]$|^\.\.+$/;
  if (close === undefined || !mark.test(textAt(tokens, before.to - 2))) return null;
  return reportBy(candidate, {
    kind: 'before',
    start,
    cuts: true,
    whole: [before],
    subject,
  });
}
