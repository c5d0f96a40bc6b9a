// Finds the words of an English paragraph that may report speech.

import { outsideMarks, type Paragraph, type TokenRange } from '../article.ts';
import { textAt } from '../tokens.ts';
import { isAdverb, isCapital, low } from './tokens.ts';
import { isNoun } from './verb-or-noun.ts';
import { type Form, verbForms } from './verbs.ts';
import { auxiliaries, beForms, modals, negations } from './words.ts';

/** `after` is the token after the verb and its particle (pointed out). */
export type Candidate = {
  at: number;
  after: number;
  form: Form;
  sentence: TokenRange;
  previous: TokenRange | null;
};

export function candidatesOf(paragraph: Paragraph): Candidate[] {
  const { tokens, sentences } = paragraph;
  const found: Candidate[] = [];
  for (const [index, sentence] of sentences.entries())
    for (const at of outsideMarks(paragraph, sentence)) {
      const form = tokens[at]?.word ? verbForms.get(low(tokens, at)) : undefined;
      const after = form === undefined ? null : afterParticle(paragraph, at, form);
      if (form !== undefined && after !== null && isSaid(paragraph, at, form, sentence))
        found.push({ at, after, form, sentence, previous: sentences[index - 1] ?? null });
    }
  return found;
}

/** The token after the verb, or after the particle without which it reports nothing; null where that is missing. */
function afterParticle({ tokens }: Paragraph, at: number, { verb }: Form): number | null {
  const [first, ...more] = verb.particle?.split(' ') ?? [];
  if (first === undefined) return at + 1;
  const from = at + 1 + (first === 'clear' && low(tokens, at + 1) === 'it' ? 1 : 0);
  return [first, ...more].every((word, index) => low(tokens, from + index) === word)
    ? from + 1 + more.length
    : null;
}

/** Whether the verb tells of something said: not denied, not supposed, not a noun, not passive. */
function isSaid(paragraph: Paragraph, at: number, form: Form, sentence: TokenRange): boolean {
  const { tokens } = paragraph;
  let before = at - 1;
  while (isAdverb(low(tokens, before)) && !negations.has(low(tokens, before))) before -= 1;
  const word = low(tokens, before);
  if (modals.has(word) && form.base && low(tokens, at - 1) === 'only') return true;
  if (negations.has(word) || modals.has(word) || /(?:'s|s')$/.test(word)) return false;
  if (
    /^\p{Lu}/u.test(textAt(tokens, at)) &&
    before >= 0 &&
    !(form.ing && at === sentence.from) &&
    (paragraph.number > 1 || /^(?:States?|Post|Reports?|Call|Claims?)$/.test(textAt(tokens, at)))
  )
    return false;
  const first = sentence.from === at;
  if (first && isVerbFirst(paragraph, at, sentence.from, sentence.to)) return true;
  if (form.past && first) return false;
  if (form.past && /^(?:when|if|being|as|once)$/.test(word)) return false;
  if (auxiliaries.has(word) && (negations.has(low(tokens, before - 1)) || /^(?:does|do|did)$/.test(word)))
    return /^(?:does|do|did)$/.test(word) && form.base;
  if (word === 'to')
    return (
      form.base &&
      /^(?:went|on|continued|began|continues|took|prompting|led|leading)$/.test(low(tokens, before - 1))
    );
  if (/^(?:a|an|the|this|his|her|their|its|no|any|of|my|our|your)$/.test(word)) return false;
  if (form.ing) return !beForms.has(word) || /^(?:been|is|are|was|were)$/.test(word);
  if (beForms.has(word) && form.past) return false;
  return !isNoun(paragraph, at, before, form);
}

/** Whether a sentence begins with this verb, a name and a colon: Says Ann Smith: "..." */
function isVerbFirst({ tokens }: Paragraph, at: number, from: number, to: number): boolean {
  return at === from && isCapital(tokens[at + 1]) && colonAfter(tokens, at + 1, to) !== null;
}

const LONGEST_NAME = 16;

/** The index of a colon near `from`, with a word behind it; null where none stands there. */
export function colonAfter(tokens: Paragraph['tokens'], from: number, limit: number): number | null {
  for (let at = from; at < Math.min(limit - 1, from + LONGEST_NAME); at += 1)
    if (tokens[at]?.text === ':') return at;
  return null;
}
