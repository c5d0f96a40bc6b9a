// Finds the words of an English paragraph that may report speech.
import type { Paragraph, TokenRange } from '../article.ts';
import { isAdverb, low } from './tokens.ts';
import { type Form, verbForms } from './verbs.ts';
import { auxiliaries, beForms, modals, negations } from './words.ts';

export type Candidate = { at: number; form: Form; sentence: TokenRange; previous: TokenRange | null };

export function candidatesOf(paragraph: Paragraph): Candidate[] {
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
