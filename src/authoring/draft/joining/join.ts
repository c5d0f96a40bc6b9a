// Joins what was said to statements of the record, and cuts it where its parts render different ones.
import type { Span } from '../article.ts';
import type { Utterance } from '../utterance.ts';
import { type Piece, piecesOf } from './cuts.ts';
import type { KnownStatements } from './known-statements.ts';
import { settings } from './settings.ts';
import { sharedWords, type Text, textOf, together } from './similarity.ts';
import type { Alike } from './text-postings.ts';

/** `shared` holds the words that decided it. */
export type Match = { id: string; score: number; shared: string[] };

/** A part of an utterance that is one proposition, with the statement of the record that it may render. */
export type Unit = { span: Span; match: Match | null };

/** Longer runs of pieces are not tried as one proposition. */
const MOST_PIECES_TOGETHER = 6;

/** The best way to cut the pieces up to one place: its worth, and the units with the numbers of their pieces. */
type Way = { worth: number; parts: Part[] };
type Part = { from: number; to: number; said: Text | null; alike: Alike | null };

type Words = Piece & { text: Text };

/** Joins the utterances of one article in their order. */
export class Joiner {
  private readonly text: string;
  private readonly known: KnownStatements;
  /** Statements that the article has rendered so far. */
  private readonly rendered = new Set<string>();

  constructor(text: string, known: KnownStatements) {
    this.text = text;
    this.known = known;
  }

  /** The propositions of an utterance in order, at least one; each statement is joined once. */
  join(utterance: Utterance): Unit[] {
    const speaker = utterance.speaker?.id ?? null;
    const pieces = piecesOf(this.text, utterance).map((piece) => ({
      ...piece,
      text: textOf(this.text.slice(piece.span.start, piece.span.end)),
    }));
    const ways: (Way | null)[] = [{ worth: 0, parts: [] }];
    for (let to = 1; to <= pieces.length; to += 1) {
      let best: Way | null = null;
      for (const way of this.waysTo(to, ways, pieces, speaker))
        if (best === null || way.worth > best.worth) best = way;
      ways.push(best);
    }
    const parts = ways.at(-1)?.parts ?? [];
    for (const { alike } of parts) if (alike !== null) this.rendered.add(alike.statement);
    return parts.map((part) => ({ span: spanOf(pieces, part.from, part.to), match: matchOf(part) }));
  }

  /** The ways to cut the first `to` pieces, from the best ways to cut fewer. */
  private *waysTo(
    to: number,
    ways: readonly (Way | null)[],
    pieces: readonly Words[],
    speaker: string | null,
  ): Generator<Way> {
    for (let from = to - 1; from >= 0; from -= 1) {
      const before = ways[from];
      if (before == null) continue;
      const sentences = pieces.slice(from + 1, to).filter(({ border }) => border === 'sure').length;
      const worth = before.worth - (from === 0 ? 0 : settings.cut[pieces[from]?.border ?? 'sure']);
      if (sentences === 0 && isWhole(pieces, from, to))
        yield { worth, parts: [...before.parts, { from, to, said: null, alike: null }] };
      if (speaker === null || to - from > MOST_PIECES_TOGETHER) continue;
      const said = together(pieces.slice(from, to).map(({ text }) => text));
      const alike = this.mostAlike(speaker, said, before);
      if (alike === null) continue;
      const gain = (alike.score - settings.naming) * this.known.weightOf(said);
      yield {
        worth: worth + gain - settings.together * sentences,
        parts: [...before.parts, { from, to, said, alike }],
      };
    }
  }

  /** The statement most alike that the words before do not render. */
  private mostAlike(speaker: string, said: Text, { parts }: Way): Alike | null {
    let best: Alike | null = null;
    for (const each of this.known.alike(speaker, said)) {
      if (parts.some(({ alike }) => alike?.statement === each.statement)) continue;
      const score = each.score - (this.rendered.has(each.statement) ? settings.again : 0);
      if (score > (best?.score ?? settings.naming)) best = { ...each, score };
    }
    return best;
  }
}

function matchOf({ said, alike }: Part): Match | null {
  if (said === null || alike === null) return null;
  return { id: alike.statement, score: alike.score, shared: sharedWords(said, alike.text) };
}

function spanOf(pieces: readonly Piece[], from: number, to: number): Span {
  return { start: pieces[from]?.span.start ?? 0, end: pieces[to - 1]?.span.end ?? 0 };
}

/** Words that render nothing in the record stay together: they are cut out only at borders of clauses. */
function isWhole(pieces: readonly Piece[], from: number, to: number): boolean {
  return pieces[from]?.border !== 'weak' && pieces[to]?.border !== 'weak';
}

/** Whether a match is sure enough to write the rendition under the statement. */
export function joins({ score }: Match): boolean {
  return score >= settings.joining;
}
