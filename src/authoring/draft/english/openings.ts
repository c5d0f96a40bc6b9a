// Finds the first name or pronoun of an English sentence, for a verb that has no subject of its own.
import type { Paragraph, TokenRange } from '../article.ts';
import { mainClause, opensSentence } from './content-ends.ts';
import type { Report } from './report.ts';
import { isAdverb, isCapital, isFiniteVerb, low } from './tokens.ts';
import { conjunctions, determiners, prepositions, times } from './words.ts';

const LONGEST = 9;

/** The subject that the sentence of a report opens with, or else its first name or pronoun before the cue. */
export function openingSubject(paragraph: Paragraph, report: Report): TokenRange | null {
  if (opensSentence(paragraph, report)) return mainSubject(paragraph, report);
  return firstWords(paragraph, report) ?? firstName(paragraph, report);
}

/** Saying the plan works, Smith asked: the words after the comma up to the verb. */
function mainSubject(paragraph: Paragraph, report: Report): TokenRange | null {
  const { tokens } = paragraph;
  const comma = mainClause(paragraph, report, report.open ?? report.cue.to);
  if (comma === null) return null;
  const from = comma + (tokens[comma]?.text === ',' ? 1 : 0);
  let to = from;
  while (
    to < report.sentence.to &&
    tokens[to]?.word &&
    !isFiniteVerb(low(tokens, to)) &&
    !isAdverb(low(tokens, to))
  )
    to += 1;
  return to > from ? { from, to } : null;
}

/** The words up to the first finite verb, where the sentence begins with a noun. */
function firstWords({ tokens }: Paragraph, { sentence, cue }: Report): TokenRange | null {
  const from = sentence.from;
  const limit = Math.min(cue.from, from + LONGEST);
  if (!isCapital(tokens[from]) || isAdverb(low(tokens, from)) || isFunctionWord(low(tokens, from), false))
    return null;
  let to = from + 1;
  while (to < limit && tokens[to]?.word && !isFiniteVerb(low(tokens, to))) to += 1;
  return to < limit ? { from, to } : null;
}

function firstName({ tokens }: Paragraph, { sentence, cue }: Report): TokenRange | null {
  for (let at = sentence.from; at < cue.from; at += 1) {
    const word = low(tokens, at);
    if (/^(?:he|she|they|it)$/.test(word)) return { from: at, to: at + 1 };
    if (!isCapital(tokens[at]) || isAdverb(word) || isFunctionWord(word, true)) continue;
    let to = at + 1;
    while (to < cue.from && isCapital(tokens[to])) to += 1;
    return { from: at, to };
  }
  return null;
}

function isFunctionWord(word: string, orDeterminer: boolean): boolean {
  return (
    prepositions.has(word) ||
    conjunctions.has(word) ||
    times.has(word) ||
    (orDeterminer && determiners.has(word))
  );
}
