// Tells whether an English verb reports something said, by what follows it and by its subject.
import type { Paragraph, TokenRange } from '../article.ts';
import { type Token, textAt } from '../tokens.ts';
import { canSpeak, isDocument, isPersonal } from './can-speak.ts';
import type { Candidate } from './cues.ts';
import type { Complement } from './report.ts';
import type { Subject } from './subjects.ts';
import { isAdverb, low } from './tokens.ts';
import { auxiliaries, conjunctions, modals, prepositions } from './words.ts';

/** the many claims he made: a plural noun has a verb before it and no subject. */
export function holdsAuxiliary(paragraph: Paragraph, range: TokenRange): boolean {
  for (let at = range.from; at < range.to; at += 1)
    if (auxiliaries.has(low(paragraph.tokens, at)) || modals.has(low(paragraph.tokens, at))) return true;
  return false;
}

/** a petition calling for: a participle right after a noun describes it. */
function isDetached(tokens: readonly Token[], at: number): boolean {
  return (
    !tokens[at - 1]?.word ||
    !/^\p{Ll}/u.test(textAt(tokens, at - 1)) ||
    isAdverb(low(tokens, at - 1)) ||
    auxiliaries.has(low(tokens, at - 1)) ||
    conjunctions.has(low(tokens, at - 1)) ||
    prepositions.has(low(tokens, at - 1))
  );
}

/** Whether a verb reports what follows it. */
export function accepts(
  paragraph: Paragraph,
  { at, form }: Candidate,
  complement: Complement,
  subject: Subject | null,
): boolean {
  const { tokens } = paragraph;
  const { verb } = form;
  const document = subject !== null && isDocument(tokens, subject.range);
  if (complement.kind === 'words' && verb.report && verb.takes.length === 0)
    return nextTo(paragraph, complement) && document;
  if (complement.kind === 'words')
    return verb.takes.length > 0 || verb['object-quote'] || nextTo(paragraph, complement);
  if (verb['quote-near'] && verb.verb !== 'add') return false;
  if (form.ing && /^(?:preposition|object|to)$/.test(complement.kind)) return isDetached(tokens, at);
  if (!verb.report || form.ing) return true;
  if (/^(?:find|show|hear)$/.test(verb.verb))
    return document || (subject === null && complement.kind === 'that');
  if (subject === null) return complement.kind === 'that';
  return complement.kind === 'that'
    ? canSpeak(tokens, subject.range)
    : document || isPersonal(tokens, subject.range);
}

function nextTo(paragraph: Paragraph, complement: Complement): boolean {
  return paragraph.openings.has(complement.from);
}
