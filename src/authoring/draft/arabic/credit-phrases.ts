// Finds the phrases of an Arabic paragraph that credit someone: وفقا ل, بحسب ما نقلت, نقلا عن, على حد قوله.

import type { Article, Paragraph, TokenRange } from '../article.ts';
import { outletId } from '../outlets.ts';
import { formOf, isWord, normAt } from '../tokens.ts';
import { mentionIn } from '../utterance.ts';
import { startsAdverbial } from './adverbials.ts';
import { verbForms } from './verbs.ts';
import { complementizers, credits, outletHeads } from './words.ts';

/** `said` is true where the phrase adds to a report and is none of its own. */
export type CreditFound = { index: number; range: TokenRange; outlet: boolean; said: boolean };

export function creditsIn(article: Article, paragraph: Paragraph): CreditFound[] {
  const { tokens } = paragraph;
  return tokens.flatMap((token, index): CreditFound[] => {
    if (/^و?نقلت?$/.test(token.norm)) return relayOf(article, paragraph, index);
    if (!credits.has(token.norm))
      return index > 0 && token.norm === 'حد' && tokens[index - 1]?.norm === 'علي'
        ? onHisWord(tokens, index)
        : [];
    let from = index + 1;
    if (['عن', 'الي', 'لما', 'ما'].includes(normAt(tokens, from))) from += 1;
    const verb = normAt(tokens, from);
    if (verbForms.has(verb) || CARRYING.has(verb)) from += 1;
    const quoted = CARRYING.has(verb) ? quotedBy(paragraph, from) : null;
    if (quoted !== null) return [{ index, range: quoted, outlet: false, said: false }];
    const to = nameEnd(paragraph, from);
    if (to <= from) return [];
    const text = textOf(article, paragraph, { from, to });
    return [{ index, range: { from, to }, outlet: isOutlet(text), said: false }];
  });
}

/** What an outlet does with words that are not its own, in a credit: بحسب ما نشرت. */
const CARRYING = new Set(
  'نقل نقلت نقله نقلته نشر نشرت نشره نشرته بث بثت بثه بثته اورد اوردت اورده اوردته جاء جاءت ورد تناقلته'.split(
    ' ',
  ),
);

/** بحسب ما نقلت صحيفة عن فلان: the one after عن speaks. */
function quotedBy(paragraph: Paragraph, from: number): TokenRange | null {
  const { tokens } = paragraph;
  for (let at = from + 1; at < Math.min(tokens.length, from + 8); at += 1) {
    if (!isWord(tokens, at)) return null;
    if (tokens[at]?.norm !== 'عن') continue;
    const to = nameEnd(paragraph, at + 1);
    return to > at + 1 ? { from: at + 1, to } : null;
  }
  return null;
}

/** نقلت وكالة ... عن: the outlet is credited for what follows. */
function relayOf(article: Article, paragraph: Paragraph, index: number): CreditFound[] {
  const range = { from: index + 1, to: nameEnd(paragraph, index + 1) };
  return isOutlet(textOf(article, paragraph, range)) ? [{ index, range, outlet: true, said: true }] : [];
}

/** على حد قوله: belongs to the report before it. */
function onHisWord(tokens: Paragraph['tokens'], index: number): CreditFound[] {
  return tokens[index + 1] === undefined
    ? []
    : [{ index, range: { from: index, to: index + 2 }, outlet: false, said: true }];
}

export function nameEnd(paragraph: Paragraph, from: number): number {
  const { tokens, openings } = paragraph;
  let at = from;
  for (; at < Math.min(tokens.length, from + 14); at += 1) {
    const token = tokens[at];
    const close = openings.get(at);
    if (close !== undefined && close - at < 8) return close + 1;
    if (token === undefined || (!token.word && token.text !== 'لـ')) break;
    if (
      at > from &&
      (startsAdverbial(tokens, at) ||
        complementizers.has(token.norm) ||
        ['فقد', 'فان', 'قال', 'التي', 'الذي', 'عن'].includes(token.norm))
    )
      break;
  }
  return at;
}

export function isOutlet(text: string): boolean {
  const [first = ''] = formOf(text).split(/\s+/);
  if (/قناة السويس/.test(text)) return false;
  return (
    outletHeads.has(first.replace(/^[لب](?=\p{L}{3})/u, '')) ||
    outletHeads.has(first) ||
    outletId(text) !== null
  );
}

export function textOf(article: Article, paragraph: Paragraph, range: TokenRange): string {
  return mentionIn(article, paragraph, range)?.text ?? '';
}
