// Reads English reports of the form 'As the minister noted, the bill is flawed', and tells subjects that have said nothing.
import type { Paragraph } from '../article.ts';
import { opensClause } from './clauses.ts';
import type { Candidate } from './cues.ts';
import type { Report } from './report.ts';
import type { Subject } from './subjects.ts';
import { isPronoun, low } from './tokens.ts';
import { lemmaOf } from './verbs.ts';

/** As the minister noted, the bill is flawed: what follows the comma is what was said. */
export function asQuoted(paragraph: Paragraph, candidate: Candidate, subject: Subject | null): Report | null {
  const { tokens, openings } = paragraph;
  const { at, after, form, sentence } = candidate;
  if (subject === null || form.ing || low(tokens, subject.range.from - 1) !== 'as') return null;
  if (!/^(?:as|but|and)$/.test(low(tokens, sentence.from)) || subject.range.from - sentence.from > 2)
    return null;
  let comma = after;
  while (comma < Math.min(sentence.to, after + 12) && tokens[comma]?.word) comma += 1;
  if (tokens[comma]?.text !== ',') return null;
  if (!openings.has(comma + 1) && !opensClause(tokens, comma + 1, sentence.to)) return null;
  return {
    cue: { from: at, to: after },
    lemma: lemmaOf(form),
    kind: openings.has(comma + 1) ? 'words' : 'clause',
    start: sentence.from,
    cuts: false,
    open: comma + 1,
    whole: [],
    subject,
    sentence,
    ing: false,
  };
}

/** If officials say so, until Iran reassures the world, nobody told them, what he said: no report of something said. */
export function isUnsaid({ tokens }: Paragraph, { range }: Subject): boolean {
  const before = low(tokens, range.from - 1);
  const first = low(tokens, range.from);
  return (
    /^(?:if|unless|until|whether|once)$/.test(before) ||
    /^(?:nobody|none|neither)$/.test(first) ||
    (first === 'no' && low(tokens, range.from + 1) === 'one') ||
    (before === 'what' && isPronoun(first))
  );
}
