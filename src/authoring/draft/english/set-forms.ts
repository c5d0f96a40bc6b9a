// Reads English reports of set forms: As the minister noted, the bill is flawed. Says Ann Smith: "..."
import type { Paragraph } from '../article.ts';
import { opensClause } from './clauses.ts';
import { type Candidate, colonAfter } from './cues.ts';
import { type Report, reportBy } from './report.ts';
import type { Subject } from './subjects.ts';
import { isCapital, low } from './tokens.ts';

/** As the minister noted, the bill is flawed: what follows the comma is what was said. */
export function asQuoted(paragraph: Paragraph, candidate: Candidate, subject: Subject | null): Report | null {
  const { tokens, openings } = paragraph;
  const { after, form, sentence } = candidate;
  if (subject === null || form.ing || low(tokens, subject.range.from - 1) !== 'as') return null;
  if (!/^(?:as|but|and)$/.test(low(tokens, sentence.from)) || subject.range.from - sentence.from > 2)
    return null;
  let comma = after;
  while (comma < Math.min(sentence.to, after + 12) && tokens[comma]?.word) comma += 1;
  if (tokens[comma]?.text !== ',') return null;
  if (!openings.has(comma + 1) && !opensClause(tokens, comma + 1, sentence.to)) return null;
  return reportBy(candidate, {
    kind: openings.has(comma + 1) ? 'words' : 'clause',
    start: sentence.from,
    open: comma + 1,
    subject,
  });
}

/** Says Ann Smith: "...": the report of a sentence that begins with its verb; null for any other. */
export function verbFirst({ tokens }: Paragraph, candidate: Candidate): Report | null {
  const { at, after, form, sentence } = candidate;
  const colon = isCapital(tokens[after]) ? colonAfter(tokens, after, sentence.to) : null;
  if (at !== sentence.from || form.ing || colon === null) return null;
  return reportBy(candidate, {
    kind: 'words',
    start: at,
    open: colon + 1,
    subject: { range: { from: after, to: colon }, rule: 'subject after the verb' },
  });
}
