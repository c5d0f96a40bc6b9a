// Joins what was said to statements of the record, and cuts it where its parts render different ones.
import type { Span } from '../article.ts';
import type { Utterance } from '../utterance.ts';
import { type Piece, piecesOf } from './cuts.ts';
import type { KnownStatements } from './known-statements.ts';
import { settings } from './settings.ts';
import { sharedWords, type Text, textOf, together } from './similarity.ts';
import type { Alike } from './text-postings.ts';

/** `shared` holds the words that decided it, `rival` the statement that is most alike after this one. */
export type Match = {
  id: string;
  score: number;
  shared: string[];
  rival: { id: string; score: number } | null;
};

/** A part of an utterance that is one proposition, with the statement of the record that it may render. */
export type Unit = { span: Span; match: Match | null };

/** Longer runs of pieces are not tried as one proposition. */
const MOST_PIECES_TOGETHER = 6;

/** So many of the best ways to each place are followed. */
const WAYS_KEPT = 4;

/** The best way to cut the pieces up to one place: its worth, and the units with the numbers of their pieces. */
type Way = { worth: number; parts: Part[] };
type Part = { from: number; to: number; match: Match | null };

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
    const ways: Way[][] = [[{ worth: 0, parts: [] }]];
    for (let to = 1; to <= pieces.length; to += 1)
      ways.push(
        [...this.waysTo(to, ways, pieces, speaker)]
          .sort((one, other) => other.worth - one.worth)
          .slice(0, WAYS_KEPT),
      );
    const parts = ways.at(-1)?.[0]?.parts ?? [];
    for (const { match } of parts) if (match !== null) this.rendered.add(match.id);
    return parts.map(({ from, to, match }) => ({ span: spanOf(pieces, from, to), match }));
  }

  /** The ways to cut the first `to` pieces, from the best ways to cut fewer. */
  private *waysTo(
    to: number,
    ways: readonly Way[][],
    pieces: readonly Words[],
    speaker: string | null,
  ): Generator<Way> {
    for (let from = to - 1; from >= 0; from -= 1) {
      const sentences = pieces.slice(from + 1, to).filter(({ border }) => border === 'sure').length;
      const cost = from === 0 ? 0 : settings.cut[pieces[from]?.border ?? 'sure'];
      const said = together(pieces.slice(from, to).map(({ text }) => text));
      const isTried = speaker !== null && to - from <= MOST_PIECES_TOGETHER;
      const alike = isTried ? this.alike(speaker, said) : [];
      for (const { worth, parts } of ways[from] ?? []) {
        if (sentences === 0 && isWhole(pieces, from, to))
          yield { worth: worth - cost, parts: [...parts, { from, to, match: null }] };
        const taken = new Set(parts.map(({ match }) => match?.id));
        const [best, rival] = alike.filter(({ statement }) => !taken.has(statement));
        if (best === undefined) continue;
        const match = matchOf(said, best, rival);
        if (!joins(match) && !isWhole(pieces, from, to)) continue;
        const gain = (best.score - settings.naming) * best.weight - settings.together * sentences;
        yield { worth: worth - cost + gain, parts: [...parts, { from, to, match }] };
      }
    }
  }

  /** The statements that words may render, the most alike first. */
  private alike(speaker: string, said: Text): Alike[] {
    return this.known
      .alike(speaker, said)
      .map((each) => ({
        ...each,
        score: each.score - (this.rendered.has(each.statement) ? settings.again : 0),
      }))
      .filter(({ score }) => score > settings.naming)
      .sort((one, other) => other.score - one.score);
  }
}

function matchOf(said: Text, { statement, score, text }: Alike, rival: Alike | undefined): Match {
  return {
    id: statement,
    score,
    shared: sharedWords(said, text),
    rival: rival === undefined ? null : { id: rival.statement, score: rival.score },
  };
}

function spanOf(pieces: readonly Piece[], from: number, to: number): Span {
  return { start: pieces[from]?.span.start ?? 0, end: pieces[to - 1]?.span.end ?? 0 };
}

/** Words that render nothing in the record stay together: they are cut out only at borders of clauses. */
function isWhole(pieces: readonly Piece[], from: number, to: number): boolean {
  return pieces[from]?.border !== 'weak' && pieces[to]?.border !== 'weak';
}

/** Whether a match is sure enough to write the rendition under the statement: alike, and more alike than any other. */
export function joins({ score, rival }: Match): boolean {
  return score >= settings.joining && (rival === null || score - rival.score >= settings.margin);
}
