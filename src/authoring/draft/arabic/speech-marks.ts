// Tells marks that hold what an Arabic cue reports from marks round a name.
import { normAt } from '../tokens.ts';
import { type Clause, normalPreposition } from './clause.ts';
import { isContentNoun } from './heads.ts';
import type { Form } from './verbs.ts';
import { complementizers, fillers, outletHeads } from './words.ts';

/** Whether marks hold what is said, and not a name: long, at the cue, after a colon or a complementizer. */
export function isSpeech(clause: Clause, open: number, close: number, form: Form): boolean {
  if (form.verb.close) return false;
  const before = clause.tokens[open - 1];
  const words = close - open - 1;
  if (open === clause.candidate.index + 1) return words > 4 || !namesSubject(clause, close + 1);
  if (before === undefined) return false;
  if (['لـ', 'ل', 'لل'].includes(before.text) || outletHeads.has(before.norm.replace(/^[بل]/, '')))
    return false;
  if (before.text === 'بـ' || before.text === 'ب')
    return form.verb.takes.includes('ب') || form.verb.person === 'ب';
  if (fillers.has(before.norm) || before.text === '،') return words >= 2;
  return words >= 4;
}

/** أعلن «تحالف القوى» دعمه, قال «المرصد» إن: marks round the name of the speaker. */
function namesSubject(clause: Clause, after: number): boolean {
  const next = clause.tokens[after];
  if (next === undefined || after >= clause.limit) return false;
  if (next.text === ':' || clause.openings.has(after)) return true;
  if (!next.word) return false;
  const name = normAt(clause.tokens, after - 2);
  if (
    clause.candidate.forms.some((form) =>
      form.verb.takes.some((each) => normalPreposition(each) === next.norm),
    )
  )
    return true;
  if (clause.subjects.words.has(name) && !clause.candidate.participle) return true;
  if (/^ب\p{L}{3}/u.test(next.norm) && clause.candidate.forms.some((form) => form.verb.takes.includes('ب')))
    return true;
  return isContentNoun(next.norm) || complementizers.has(next.norm) || clause.laterComplementizer(after);
}
