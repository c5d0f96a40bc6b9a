// What the Arabic reading knows of a report.
import { holds, type TokenRange } from '../spans.ts';
import type { Complement } from './clause.ts';
import type { Content } from './contents.ts';
import type { Candidate } from './cues.ts';

/** A cue that reports something. */
export type Report = {
  candidate: Candidate;
  complement: Complement;
  content: Content;
  sentence: TokenRange;
  /** Where the candidate before this one is said to report with it (قال وأكد أن): the first cue. */
  cue: number;
};

/** Whether a token lies in the content of a report, the report `own` apart. */
export function nestedIn(index: number, reports: readonly Report[], own?: Report): boolean {
  return reports.some((each) => each !== own && holds(each.content.tokens, index));
}
