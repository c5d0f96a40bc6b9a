// What the reading finds: an utterance with its cue, contents, speaker and credit.
import type { Article, Paragraph, Span, TokenRange } from './article.ts';
import { spanOf } from './tokens.ts';

export type Mode = 'direct' | 'mixed' | 'indirect';

export type Cue = Span & { text: string; lemma: string };

/** Words of the article that name or describe a speaker or an outlet; `meant` are those that a pronoun stands for. */
export type Mention = Span & { text: string; meant?: Mention };

export type Speaker = Span & {
  text: string;
  /** Id of a person or organization of the record, or null. */
  id: string | null;
  /** The fullest form that the article gives, without titles where there is a name. */
  name: string;
};

export type Credit = { id: string | null; text: string };

export type Utterance = {
  paragraph: number;
  cue: Cue | null;
  contents: Span[];
  quotes: Span[];
  mode: Mode;
  speaker: Speaker | null;
  via: Credit | null;
  /** From 0 to 1: how often utterances found by these rules were right on the test articles, roughly. */
  confidence: number;
  rules: string[];
};

/** The words of a range of tokens with their position; null where the range is empty. */
export function mentionIn({ text }: Article, { tokens }: Paragraph, range: TokenRange): Mention | null {
  const span = spanOf(tokens, range);
  return span === null ? null : { ...span, text: text.slice(span.start, span.end) };
}

/** An utterance before names are resolved: the speaker and the credit are words of the article. */
export type Raw = Omit<Utterance, 'speaker' | 'via'> & { speaker: Mention | null; via: string | null };

/** What a content tells of its utterance. */
export function saidIn(
  { number }: Paragraph,
  { contents, quotes, mode }: Pick<Raw, 'contents' | 'quotes' | 'mode'>,
): Pick<Raw, 'paragraph' | 'contents' | 'quotes' | 'mode'> {
  return { paragraph: number, contents, quotes, mode };
}

/** Where an utterance begins: at its cue or its content, whichever stands first. */
export function startOf({ contents, cue }: Pick<Raw, 'contents' | 'cue'>): number {
  return Math.min(contents[0]?.start ?? 0, cue?.start ?? Number.POSITIVE_INFINITY);
}
