// Reads English credits: according to X, at the start, in the middle or at the end of a sentence.

import { outsideMarks, type Paragraph, type TokenRange } from '../article.ts';
import { textAt } from '../tokens.ts';
import type { Report } from './report.ts';
import { isCapital, isFiniteVerb, low } from './tokens.ts';
import { verbForms } from './verbs.ts';
import { auxiliaries } from './words.ts';

/** 'according to' as a report of its own, unless it credits someone for what another report says. */
export function creditsOf(paragraph: Paragraph): Report[] {
  const { tokens, sentences } = paragraph;
  const found: Report[] = [];
  for (const sentence of sentences)
    for (const at of outsideMarks(paragraph, sentence))
      if (low(tokens, at) === 'according' && low(tokens, at + 1) === 'to' && !afterCue(paragraph, at))
        found.push(creditAt(paragraph, sentence, at));
  return found;
}

/** The paper reported, according to sources, ...: the sources are the paper's. */
function afterCue({ tokens }: Paragraph, at: number): boolean {
  const form = tokens[at - 1]?.text === ',' ? verbForms.get(low(tokens, at - 2)) : undefined;
  return form !== undefined && (form.past || (!form.base && !form.verb.noun));
}

function creditAt(paragraph: Paragraph, sentence: TokenRange, at: number): Report {
  const { tokens } = paragraph;
  const name = nameAfter(paragraph, at + 2, sentence.to);
  const first = at <= sentence.from + 1;
  const resumes =
    tokens[name.to]?.text === ',' &&
    tokens[at - 1]?.text === ',' &&
    name.to + 3 < sentence.to &&
    (auxiliaries.has(low(tokens, at - 2)) ||
      !/^(?:who|whose|which|where|and|but|while|a|an|the)$/.test(low(tokens, name.to + 1)));
  const whole = first
    ? [{ from: name.to, to: sentence.to }]
    : [{ from: sentence.from, to: at }, ...(resumes ? [{ from: name.to + 1, to: sentence.to }] : [])];
  return {
    cue: { from: at, to: at + 2 },
    lemma: 'according to',
    kind: 'credit',
    start: first ? sentence.from : at,
    cuts: !first,
    open: null,
    whole,
    subject: { range: name, rule: 'according to' },
    sentence,
    ing: false,
  };
}

/** The poll, the winner will be X: a clause after the comma is no apposition, unless 'who' or 'which' begins it. */
function holdsVerb({ tokens }: Paragraph, from: number, to: number): boolean {
  if (/^(?:who|which)$/.test(low(tokens, from))) return false;
  for (let at = from; at < to; at += 1) {
    if (/^(?:who|which|that)$/.test(low(tokens, at))) return false;
    if (isFiniteVerb(low(tokens, at)) && !/ed$/.test(low(tokens, at))) return true;
  }
  return false;
}

/** The name up to a comma or the end; at the start of a sentence an apposition may follow the first comma. */
function nameAfter(paragraph: Paragraph, from: number, limit: number): TokenRange {
  const { tokens } = paragraph;
  let to = from;
  while (to < limit && !/^[,.;:"“”—–]$/.test(textAt(tokens, to))) to += 1;
  if (
    tokens[to]?.text === ',' &&
    (/^(?:who|which)$/.test(low(tokens, to + 1)) ||
      (/^(?:a|an|the)$/.test(low(tokens, to + 1)) && isCapital(tokens[from])))
  ) {
    let next = to + 1;
    while (next < limit && !/^[,.;:"“”]$/.test(textAt(tokens, next))) next += 1;
    if (tokens[next]?.text === ',' && !holdsVerb(paragraph, to + 1, next)) to = next;
  }
  return { from, to };
}
