// Writes an utterance as a line of JSON, with offsets in code points.
import type { Article, Span } from './article.ts';
import { codePointsOf } from './code-points.ts';
import type { Unit } from './joining/join.ts';
import type { Utterance } from './utterance.ts';

/** An utterance with its propositions, each with the statement of the record that it may render. */
export type Drafted = { utterance: Utterance; units: Unit[] };

/** The lines of an article, one for each utterance. */
export function jsonLines(article: Article, drafted: readonly Drafted[]): string[] {
  const at = codePointsOf(article.text);
  const span = ({ start, end }: Span): [number, number] => [at(start), at(end)];
  return drafted.map(({ utterance, units }) => {
    const { paragraph, cue, contents, quotes, speaker, via, mode, confidence, rules } = utterance;
    const starts = contents.map(({ start }) => start);
    const ends = contents.map(({ end }) => end);
    const statements = units.flatMap(({ match, span: part }) => {
      if (match === null) return [];
      const { id, score, shared } = match;
      return { id, score: rounded(score), start: at(part.start), end: at(part.end), shared };
    });
    return JSON.stringify({
      file: article.file,
      paragraph,
      start: at(Math.min(...starts)),
      end: at(Math.max(...ends)),
      contents: contents.map(span),
      quotes: quotes.map(span),
      cue: cue === null ? null : { text: cue.text, start: at(cue.start), end: at(cue.end), lemma: cue.lemma },
      speaker:
        speaker === null
          ? null
          : {
              id: speaker.id,
              text: speaker.text,
              start: at(speaker.start),
              end: at(speaker.end),
              name: speaker.name,
            },
      via,
      mode,
      confidence,
      rules,
      statement: statements.toSorted((one, other) => other.score - one.score)[0] ?? null,
      statements,
    });
  });
}

const rounded = (score: number): number => Math.round(score * 100) / 100;
