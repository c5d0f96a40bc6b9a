// Reads English reports that begin with their verb: Says Ann Smith: "..."
import type { Paragraph } from '../article.ts';
import { type Candidate, colonAfter } from './cues.ts';
import type { Report } from './report.ts';
import { isCapital } from './tokens.ts';
import { lemmaOf } from './verbs.ts';

/** The report of a sentence that begins with its verb; null for any other. */
export function verbFirst({ tokens }: Paragraph, { at, after, form, sentence }: Candidate): Report | null {
  const colon = isCapital(tokens[after]) ? colonAfter(tokens, after, sentence.to) : null;
  if (at !== sentence.from || form.ing || colon === null) return null;
  return {
    cue: { from: at, to: after },
    lemma: lemmaOf(form),
    kind: 'words',
    start: at,
    cuts: false,
    open: colon + 1,
    whole: [],
    subject: { range: { from: after, to: colon }, rule: 'subject after the verb' },
    sentence,
    ing: false,
  };
}
