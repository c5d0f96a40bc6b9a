// Finds the subject that an Arabic report names itself: after its verb, or before it.

import type { Paragraph, TokenRange } from '../article.ts';
import { normAt } from '../tokens.ts';
import type { Candidate } from './cues.ts';
import { isHead, type Subjects } from './heads.ts';
import type { Report } from './report.ts';
import { subjectBefore, surelyBefore } from './subject-before.ts';
import { subjectEnd } from './subject-ends.ts';
import { subjectWithin } from './subject-within.ts';
import { honours, relatives } from './words.ts';

/** Of the speaker before: the gender of the verb, where the verb has one. */
type Last = { gender: 'm' | 'f' | null };

type NamedRange = { range: TokenRange; rule: string };

/** The subject of a report with the rule that found it; null where the report names none. */
export function namedSubject(
  paragraph: Paragraph,
  report: Report,
  subjects: Subjects,
  last: Last | null,
): NamedRange | null {
  const { tokens } = paragraph;
  const { candidate, complement, sentence } = report;
  if (complement.form.tense === 'participle' || complement.form.tense === 'noun') return null;
  const relative = relatives.has(normAt(tokens, candidate.index - 1));
  const earlier = candidate.joined ? null : subjectBefore(tokens, candidate, sentence, subjects);
  if (earlier !== null && surelyBefore(tokens, candidate.index, earlier, subjects))
    return { range: earlier, rule: 'subject before the verb' };
  const bound = complement.form.bound === true;
  const resumed =
    relative && !bound && complement.kind === 'an' && /^ان(?:ه|ها|هم)$/.test(normAt(tokens, complement.from));
  const after =
    resumed && !startsWithName(paragraph, candidate.index + 1, complement.subjectTo, subjects)
      ? null
      : (relative && !bound && !resumed) || isPlural(candidate)
        ? null
        : subjectAfter(paragraph, report, subjects, last);
  if (after !== null && honours.has(normAt(tokens, after.from)) && after.to - after.from === 1) return null;
  if (after !== null) return { range: after, rule: 'subject after the verb' };
  if (candidate.joined || resumed) return null;
  return earlier === null ? null : { range: earlier, rule: 'subject before the verb' };
}

function subjectAfter(
  paragraph: Paragraph,
  report: Report,
  subjects: Subjects,
  last: Last | null,
): TokenRange | null {
  const { tokens } = paragraph;
  const { candidate, complement } = report;
  const from = candidate.index + 1;
  const teller = tellerOf(tokens, report);
  if (teller !== null) return subjectWithin(tokens, teller);
  const close = paragraph.openings.get(from);
  if (close !== undefined && close - from <= 4 && close < complement.from)
    return { from: from + 1, to: close };
  if (complement.kind === 'an' || complement.kind === 'words') {
    const range = subjectWithin(tokens, { from, to: complement.subjectTo });
    return range === null ? afterAdverbial(paragraph, subjects, from, complement.subjectTo) : range;
  }
  const to = Math.min(subjectEnd(tokens, from, complement.subjectTo, subjects), complement.subjectTo);
  const guess = to > from && candidate.joined && !isKnown(normAt(tokens, from), subjects);
  const agrees = last?.gender == null || last.gender === genderOf(candidate);
  const range = to > from && !(guess && last !== null && agrees) ? subjectWithin(tokens, { from, to }) : null;
  return range ?? afterAdverbial(paragraph, subjects, from, complement.subjectTo);
}

function isKnown(norm: string, subjects: Subjects): boolean {
  return isHead(norm) || subjects.words.has(norm) || norm.startsWith('ال');
}

/** وخلال المؤتمر، قال خلال ... الوزير: a title or a known name that begins after a comma between verb and content. */
function afterAdverbial(
  paragraph: Paragraph,
  subjects: Subjects,
  from: number,
  to: number,
): TokenRange | null {
  const { tokens } = paragraph;
  for (let at = from; at < to; at += 1) {
    const before = tokens[at - 1];
    const norm = normAt(tokens, at);
    const free =
      before !== undefined &&
      (!before.word ||
        /^(?:خلاله|خلالها|فيه|فيها|عنه|عنها|امس|اليوم|ايضا|له|لها|صحافي|صحفي|صحافيه|صحفيه|بيان)$/.test(
          before.norm,
        ));
    if (at > from && free && (isHead(norm) || subjects.words.has(norm))) {
      const end = subjectEnd(tokens, at, to, subjects);
      if (end > at) return subjectWithin(tokens, { from: at, to: end });
    }
  }
  return null;
}

/** نقل عن سالم أنه, علمت الصحيفة من مصادر أن: the one who says it stands after the preposition. */
function tellerOf(tokens: Paragraph['tokens'], { candidate, complement }: Report): TokenRange | null {
  const { relay, informed } = complement.form.verb;
  const preposition = relay ? 'عن' : informed === 'في' || informed === 'من' ? informed : null;
  if (preposition === null) return null;
  for (let at = candidate.index + 1; at < complement.subjectTo - 1; at += 1)
    if (tokens[at]?.norm === preposition) return { from: at + 1, to: complement.subjectTo };
  return null;
}

/** قالت عنه المستشارة: whether a title or a known name follows a verb and its pronoun. */
function startsWithName({ tokens }: Paragraph, from: number, to: number, subjects: Subjects): boolean {
  let at = from;
  while (at < to && /^(?:عنه|عنها|عنهم|فيه|فيها|له|لها|به|بها)$/.test(normAt(tokens, at))) at += 1;
  return (
    at < to &&
    (isHead(normAt(tokens, at)) || subjects.words.has(normAt(tokens, at)) || /^ال/.test(normAt(tokens, at)))
  );
}

/** A plural verb has its subject before it or none: after a subject the verb would be singular. */
function isPlural(candidate: Candidate): boolean {
  return candidate.forms.every((form) => form.many && (form.tense === 'past' || form.tense === 'present'));
}

export function genderOf(candidate: Candidate): 'm' | 'f' | null {
  const genders = new Set(candidate.forms.map((form) => form.gender));
  return genders.size === 1 ? ([...genders][0] ?? null) : null;
}
