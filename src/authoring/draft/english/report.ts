// What the English reading knows of a report before its contents are cut.
import type { TokenRange } from '../article.ts';
import type { Complement } from './complement.ts';
import type { Subject } from './subjects.ts';

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
