// Finds the reports of an English paragraph: verbs with what they report before, after or around them.
import type { Paragraph, TokenRange } from '../article.ts';
import { type Complement, complementAfter, skipAdverbial } from './complements.ts';
import { type Subject, subjectAfter, subjectBefore } from './subjects.ts';
import { isAdverb, isFiniteVerb, isPronoun, low } from './tokens.ts';
import { type Form, verbForms } from './verbs.ts';
import { auxiliaries, beForms, documents, modals, negations } from './words.ts';

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

type Candidate = { at: number; form: Form; sentence: TokenRange; previous: TokenRange | null };

/** The reports of a paragraph in the order of their cues. */
export function reportsOf(paragraph: Paragraph): Report[] {
  return candidatesOf(paragraph).flatMap((candidate) => {
    const report = reportOf(paragraph, candidate);
    return report === null ? [] : [report];
  });
}

function candidatesOf(paragraph: Paragraph): Candidate[] {
  const { tokens, openings, sentences } = paragraph;
  const found: Candidate[] = [];
  for (const [index, sentence] of sentences.entries())
    for (let at = sentence.from; at < sentence.to; at += 1) {
      const close = openings.get(at);
      if (close !== undefined) at = Math.min(close, sentence.to);
      const form = tokens[at]?.word ? verbForms.get(low(tokens, at)) : undefined;
      if (form !== undefined && isSaid(paragraph, at, form))
        found.push({ at, form, sentence, previous: sentences[index - 1] ?? null });
    }
  return found;
}

/** Whether the verb tells of something said: not denied, not supposed, not a noun, not passive. */
function isSaid(paragraph: Paragraph, at: number, form: Form): boolean {
  const { tokens } = paragraph;
  let before = at - 1;
  while (isAdverb(low(tokens, before)) && !negations.has(low(tokens, before))) before -= 1;
  const word = low(tokens, before);
  if (negations.has(word) || modals.has(word) || /(?:'s|s')$/.test(word)) return false;
  if (
    /^\p{Lu}/u.test(tokens[at]?.text ?? '') &&
    before >= 0 &&
    (paragraph.number > 1 || /^(?:States?|Post|Reports?|Call|Claims?)$/.test(tokens[at]?.text ?? ''))
  )
    return false;
  if (form.past && before < 0) return false;
  if (form.past && /^(?:when|if|being|as|once)$/.test(word)) return false;
  if (auxiliaries.has(word) && (negations.has(low(tokens, before - 1)) || /^(?:does|do|did)$/.test(word)))
    return /^(?:does|do|did)$/.test(word) && form.base;
  if (word === 'to')
    return (
      form.base &&
      /^(?:went|on|continued|began|continues|took|prompting|led|leading)$/.test(low(tokens, before - 1))
    );
  if (
    ['a', 'an', 'the', 'this', 'his', 'her', 'their', 'its', 'no', 'any', 'of', 'my', 'our', 'your'].includes(
      word,
    )
  )
    return false;
  if (form.ing)
    return (
      !beForms.has(word) ||
      word === 'been' ||
      word === 'is' ||
      word === 'are' ||
      word === 'was' ||
      word === 'were'
    );
  if (beForms.has(word) && form.past) return false;
  if (!form.past && !form.ing && isNounBeforeVerb(paragraph, at)) return false;
  if (form.base && !form.past && isSingular(paragraph, before)) return false;
  return true;
}

/** reports reveal, claims made: a noun with its own verb after it. */
function isNounBeforeVerb({ tokens }: Paragraph, at: number): boolean {
  const next = verbForms.get(low(tokens, at + 1));
  return next !== undefined && !next.ing && low(tokens, at) !== 'say';
}

/** A base form is no verb after a singular noun that is written in lower case: the state report. */
function isSingular(paragraph: Paragraph, at: number): boolean {
  const word = low(paragraph.tokens, at);
  if (
    [
      'they',
      'we',
      'i',
      'you',
      'who',
      'some',
      'many',
      'people',
      'police',
      'others',
      'critics',
      'also',
      'that',
      'and',
      'those',
      'most',
      'women',
      'men',
    ].includes(word)
  )
    return false;
  return (
    !word.endsWith('s') &&
    !/^[,)]$/.test(paragraph.tokens[at]?.text ?? '') &&
    !/^\p{Lu}/u.test(paragraph.tokens[at]?.text ?? '') &&
    !/%$/.test(word) &&
    !/^\d+$/.test(word)
  );
}

function reportOf(paragraph: Paragraph, candidate: Candidate): Report | null {
  const { at, form, sentence } = candidate;
  const subject = form.ing ? null : subjectBefore(paragraph, at, sentence.from);
  const marked = form.ing ? null : marksBefore(paragraph, candidate, subject);
  if (marked !== null) return marked;
  if (isInverted(paragraph, candidate) && tokensBefore(paragraph, at)) {
    const inverted = contentBefore(paragraph, candidate, subject);
    if (inverted !== null) return inverted;
  }
  const complement = complementAfter(paragraph, sentence, at, form);
  if (
    subject !== null &&
    form.past === false &&
    !form.base &&
    !form.ing &&
    holdsVerb(paragraph, subject.range)
  )
    return null;
  if (complement !== null && accepts(paragraph, form, complement, subject)) {
    const start = startOf(paragraph, at, subject, sentence);
    return {
      cue: { from: at, to: at + 1 },
      lemma: form.verb.verb,
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

/** "...", said X. / ..., said X: the verb right after a mark or a comma, with nothing but a name after it. */
function isInverted(paragraph: Paragraph, { at, form, sentence }: Candidate): boolean {
  const { tokens } = paragraph;
  if (form.ing || form.verb.person || at <= sentence.from) return false;
  const end = tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
  if (closingAt(paragraph, end) !== null) return true;
  if (tokens[at - 1]?.text !== ',' || !form.verb.takes.includes('clause')) return false;
  for (let next = at + 1; next < sentence.to; next += 1) {
    if (/^[,.;:]$/.test(tokens[next]?.text ?? '')) return next > at + 1;
    if (
      isFiniteVerb(low(tokens, next)) ||
      isPronoun(low(tokens, next)) ||
      low(tokens, next) === 'that' ||
      paragraph.openings.has(next)
    )
      return false;
  }
  return true;
}

/** Whether a comma or a mark stands before the verb, and no adverb. */
function tokensBefore(paragraph: Paragraph, at: number): boolean {
  return !(paragraph.tokens[at - 1]?.word ?? true);
}

/** A quotation that ends right before the verb or its subject is what is said, whatever follows. */
function marksBefore(paragraph: Paragraph, candidate: Candidate, subject: Subject | null): Report | null {
  const { at } = candidate;
  const { tokens } = paragraph;
  const ends = [at - 1, ...(subject === null ? [] : [subject.range.from - 1])].map((end) =>
    tokens[end]?.text === ',' ? end - 1 : end,
  );
  const spoken = ends.some((end) => {
    const open = closingAt(paragraph, end);
    return open !== null && (/^[,.?!…—-]$|^\.\.+$/.test(tokens[end - 1]?.text ?? '') || end - open > 6);
  });
  return spoken ? contentBefore(paragraph, candidate, subject) : null;
}

/** 'officials say' may follow its content, 'to say' may not. */
function baseBefore(paragraph: Paragraph, candidate: Candidate, subject: Subject | null): Report | null {
  return candidate.form.ing || subject === null ? null : contentBefore(paragraph, candidate, subject);
}

/** the many claims he made: a plural noun has a verb before it and no subject. */
function holdsVerb(paragraph: Paragraph, range: TokenRange): boolean {
  for (let at = range.from; at < range.to; at += 1)
    if (auxiliaries.has(low(paragraph.tokens, at)) || modals.has(low(paragraph.tokens, at))) return true;
  return false;
}

function accepts(paragraph: Paragraph, form: Form, complement: Complement, subject: Subject | null): boolean {
  const { verb } = form;
  if (complement.kind === 'words')
    return (
      verb.takes.length > 0 || verb['quote-near'] || verb['object-quote'] || nextTo(paragraph, complement)
    );
  if (verb['quote-near'] && verb.verb !== 'add') return false;
  if (verb.report && complement.kind !== 'that' && !form.ing)
    return subject !== null && speaksOfItself(paragraph, subject.range);
  if (verb.report && !form.ing)
    return (
      subject === null || !['find', 'show'].includes(verb.verb) || speaksOfItself(paragraph, subject.range)
    );
  return true;
}

function nextTo(paragraph: Paragraph, complement: Complement): boolean {
  return paragraph.openings.has(complement.from);
}

function speaksOfItself(paragraph: Paragraph, range: TokenRange): boolean {
  for (let at = range.from; at < range.to; at += 1) if (documents.has(low(paragraph.tokens, at))) return true;
  return false;
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
  while (
    at > sentence.from &&
    (/^(?:and|but|while|as|though|although|then|yet)$/.test(low(tokens, at - 1)) ||
      /^[,;]$/.test(tokens[at - 1]?.text ?? ''))
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
  const text = paragraph.tokens[start]?.text ?? '';
  if (start <= sentence.from) return false;
  if (form.ing) return text === ',' || /^(?:while|and)$/.test(low(paragraph.tokens, start));
  const own =
    (subject !== null && subject.range.from > start) ||
    (subject === null && /^(?:and|but)$/.test(low(paragraph.tokens, start)));
  if (!own && !['words', 'that', 'clause', 'wh', 'to'].includes(complement.kind))
    return text === ';' || text === ',';
  return /^[,;]$/.test(text) || /^(?:and|but|while|though|although)$/.test(low(paragraph.tokens, start));
}

/** "...", said X. / ..., X said. / The plan, he said, will work. */
function contentBefore(paragraph: Paragraph, candidate: Candidate, subject: Subject | null): Report | null {
  const { at, form, sentence } = candidate;
  const { tokens } = paragraph;
  const inverted =
    subject === null || !(tokens[subject.range.to - 1]?.word ?? false)
      ? subjectAfter(paragraph, at, sentence.to)
      : null;
  const directly = isInverted(paragraph, candidate) ? subjectAfter(paragraph, at, sentence.to) : null;
  const own = directly ?? subject ?? inverted;
  const start = directly !== null || subject === null ? at : subject.range.from;
  const end = tokens[start - 1]?.text === ',' ? start - 1 : start;
  const marks = closingAt(paragraph, end - 1);
  if (
    marks === null &&
    (tokens[start - 1]?.text !== ',' ||
      (form.verb['quote-near'] && form.verb.verb !== 'add') ||
      form.verb.takes.length === 0)
  )
    return previousSentence(paragraph, candidate, own, start);
  const after = directly === null ? at + 1 : directly.range.to;
  const more = resumed(paragraph, after, sentence);
  const rest = more !== null && directly !== null && !paragraph.openings.has(more.from) ? null : more;
  const enough = marks !== null || rest !== null || isClause(paragraph, sentence.from, end);
  if (end - sentence.from < 2 || !enough) return null;
  if (form.verb['object-quote'] && marks === null) return null;
  return {
    cue: { from: at, to: at + 1 },
    lemma: form.verb.verb,
    kind: 'before',
    start,
    cuts: true,
    open: null,
    whole: [{ from: sentence.from, to: end }, ...(rest === null ? [] : [rest])],
    subject: own,
    sentence,
    ing: false,
  };
}

function isClause(paragraph: Paragraph, from: number, to: number): boolean {
  let words = 0;
  let finite = false;
  for (let at = from; at < to; at += 1) {
    if (paragraph.tokens[at]?.word) words += 1;
    finite ||= isFiniteVerb(low(paragraph.tokens, at)) || isPronoun(low(paragraph.tokens, at));
  }
  return words >= 4 && finite;
}

/** "Why?" Smith asked: the quotation ends the sentence before. */
function previousSentence(
  paragraph: Paragraph,
  candidate: Candidate,
  subject: Subject | null,
  start: number,
): Report | null {
  const before = candidate.previous;
  if (before === null || start !== candidate.sentence.from || subject === null) return null;
  const close = closingAt(paragraph, before.to - 1);
  if (close === null || !/^[?!…—-]$|^\.\.+$/.test(paragraph.tokens[before.to - 2]?.text ?? '')) return null;
  return {
    cue: { from: candidate.at, to: candidate.at + 1 },
    lemma: candidate.form.verb.verb,
    kind: 'before',
    start,
    cuts: true,
    open: null,
    whole: [{ from: before.from, to: before.to }],
    subject,
    sentence: candidate.sentence,
    ing: false,
  };
}

/** The opening token of the outer quotation that closes at `index`, or null. */
function closingAt(paragraph: Paragraph, index: number): number | null {
  return paragraph.closings.get(index) ?? null;
}

/** What goes on after ', he said,': a quotation or the rest of the clause. */
function resumed(paragraph: Paragraph, from: number, sentence: TokenRange): TokenRange | null {
  const { tokens, openings } = paragraph;
  let at = from;
  for (let steps = 0; steps < 6; steps += 1) {
    const next = skipAdverbial(tokens, at, sentence.to);
    if (next === at) break;
    at = next;
  }
  if (openings.has(at)) return { from: at, to: sentence.to };
  if (tokens[at]?.text !== ',') return null;
  if (openings.has(at + 1)) return { from: at + 1, to: sentence.to };
  const word = low(tokens, at + 1);
  if (
    /ing$/.test(word) ||
    [
      'who',
      'which',
      'and',
      'but',
      'while',
      'as',
      'where',
      'when',
      'according',
      'citing',
      'a',
      'an',
      'after',
    ].includes(word)
  )
    return null;
  return at + 3 < sentence.to ? { from: at + 1, to: sentence.to } : null;
}
