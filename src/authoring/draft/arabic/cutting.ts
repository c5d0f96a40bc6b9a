// Tells which Arabic cues end what is reported before them.

import type { Paragraph } from '../article.ts';
import { isComma, normAt } from '../tokens.ts';
import type { Candidate } from './cues.ts';

/** Participles, verbs with و or ف, and verbs at the start of a clause begin a new report of the article. */
export function cuts(paragraph: Paragraph, candidate: Candidate): boolean {
  const { tokens } = paragraph;
  const before = tokens[candidate.index - 1];
  if (candidate.participle || candidate.joined || before === undefined) return true;
  if (!before.word) return true;
  return (
    STARTERS.has(before.norm) ||
    /^(?:غير|الا) ان$/.test(`${tokens[candidate.index - 3]?.norm} ${tokens[candidate.index - 2]?.norm}`)
  );
}

/** ، ولكن الرئيس قال: the conjunction before a subject that stands before its verb. */
export function contrastBefore({ tokens }: Paragraph, { index, joined }: Candidate): number[] {
  if (joined) return [];
  for (let at = index - 2; at >= Math.max(1, index - 7); at -= 1)
    if (/^و?لكن$/.test(normAt(tokens, at))) return isComma(tokens, at - 1) ? [at] : [];
  return [];
}

const STARTERS = new Set(
  'فيما بينما كما حيث لكنه لكنها لكنهم ولكنه ولكنها ولكنهم جانبه جهته جانبها جهتها بدوره بدورها حين وقد فقد قد ثم ان وكان كان قبل بدورهم'.split(
    ' ',
  ),
);

export function mayCut(candidate: Candidate): boolean {
  return candidate.forms.some((form) => !form.verb.strict && !form.verb.weak) || candidate.participle;
}
