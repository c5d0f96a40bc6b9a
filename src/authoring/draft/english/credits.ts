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
  const { name, end } = inMarks(paragraph, at + 2) ?? nameAfter(paragraph, at + 2, sentence.to);
  const first = at <= sentence.from + 1;
  const resumes =
    tokens[end]?.text === ',' &&
    tokens[at - 1]?.text === ',' &&
    end + 3 < sentence.to &&
    (auxiliaries.has(low(tokens, at - 2)) ||
      !/^(?:who|whose|which|where|and|but|while|a|an|the)$/.test(low(tokens, end + 1)));
  const whole = first
    ? [{ from: end, to: sentence.to }]
    : [{ from: sentence.from, to: at }, ...(resumes ? [{ from: end + 1, to: sentence.to }] : [])];
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

/** The tokens of the one who is credited, and the token after these and their mark. */
type Credited = { name: TokenRange; end: number };

/** according to "The Daily Post,": a name in marks; null where none opens. */
function inMarks({ tokens, openings }: Paragraph, open: number): Credited | null {
  const close = openings.get(open);
  if (close === undefined) return null;
  const to = tokens[close - 1]?.text === ',' ? close - 1 : close;
  return { name: { from: open + 1, to }, end: close + 1 };
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
function nameAfter(paragraph: Paragraph, from: number, limit: number): Credited {
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
  return { name: { from, to }, end: to };
}
