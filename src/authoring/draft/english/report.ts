// What the English reading knows of a report before its contents are cut.
import type { TokenRange } from '../article.ts';
import type { Candidate } from './cues.ts';
import type { Subject } from './subjects.ts';
import { lemmaOf } from './verbs.ts';

/** What follows a speech verb. */
export type Complement = {
  kind: 'words' | 'that' | 'clause' | 'wh' | 'to' | 'preposition' | 'object';
  /** First token of the content; for 'words' it may be an opening mark. */
  from: number;
};

export type Report = {
  cue: TokenRange;
  lemma: string;
  kind: Complement['kind'] | 'before' | 'credit';
  /** Where the words begin that belong to this report and to no content before it. */
  start: number;
  /** Whether a content before it ends there. */
  cuts: boolean;
  /** Contents known by their beginning alone run up to the next report; those with both ends are whole. */
  open: number | null;
  whole: TokenRange[];
  subject: Subject | null;
  sentence: TokenRange;
  ing: boolean;
};

/** The report of a verb. */
export function reportBy(
  { at, after, form, sentence }: Candidate,
  found: Pick<Report, 'kind' | 'start' | 'subject'> & Partial<Report>,
): Report {
  const cue = { from: at, to: after };
  return { cue, lemma: lemmaOf(form), cuts: false, open: null, whole: [], sentence, ing: false, ...found };
}
