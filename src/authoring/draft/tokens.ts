// Cuts a paragraph into words, numbers and single marks, each with the form under which lexicons know it.
import { normalise } from '../../text/normalise.ts';
import { remembered } from './remembered.ts';
import type { Span, TokenRange } from './spans.ts';

export type Token = Span & {
  text: string;
  /** As `normalise` gives it: one spelling of alef, yeh and teh marbuta, no vowel marks, lower case. */
  norm: string;
  word: boolean;
};

/** A number with its separators; a word with hyphens, apostrophes and initials inside; else one character. */
const TOKEN =
  /(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Const|Insp|Det|Coun|Prof|Rev|Hon|St|Jr|Sr|Capt|Cpl|Supt)\.(?=\s+\p{Lu})|\p{N}+(?:[.,:٫٬/]\p{N}+)*%?|\p{L}(?:\.\p{L})+\.?|\p{L}[\p{L}\p{M}\p{N}\u200c-\u200f\u202a-\u202e]*(?:['’\u2011-](?=\p{L})[\p{L}\p{M}\p{N}]+)*|&(?:#8220|#8221|quot|[lr]aquo|[lr]dquo);|\.{2,}|…+|[^\s\p{Cf}]/gu;

const WORD = /^[\p{L}\p{N}]/u;

/** The tokens of `span`, in order. */
export function tokensOf(text: string, span: Span): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(TOKEN)) {
    const start = span.start + match.index;
    const raw = match[0];
    tokens.push({ start, end: start + raw.length, text: raw, norm: formOf(raw), word: WORD.test(raw) });
  }
  return tokens;
}

const shortForm = remembered(normalise, 50_000);

/** `normalise`, remembering the forms of short words. */
export function formOf(raw: string): string {
  return raw.length > 20 ? normalise(raw) : shortForm(raw);
}

/** Where a range of tokens stands in the text; null where the range is empty. */
export function spanOf(tokens: readonly Token[], { from, to }: TokenRange): Span | null {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first === undefined || last === undefined || to <= from
    ? null
    : { start: first.start, end: last.end };
}

/** The normalised form of the token at an index; '' where there is none. */
export function normAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.norm ?? '';
}

/** The text of the token at an index; '' where there is none. */
export function textAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? '';
}

/** Whether a word or a number stands at an index. */
export function isWord(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.word === true;
}

export function isComma(tokens: readonly Token[], at: number): boolean {
  return /^[،,]$/.test(textAt(tokens, at));
}
