// Measures drafts against the record's own renditions: each article is drafted as if the record did not have it yet.
import { codePointsOf } from '../code-points.ts';
import type { Input } from '../files.ts';
import { joins } from '../joining/join.ts';
import type { Drafted } from '../json.ts';
import type { KnownRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Span } from '../spans.ts';

/** How many of each; a rendition could be joined where another article renders its statement, too. */
export type Tally = {
  renditions: number;
  /** An utterance covers at least half of the rendition. */
  found: number;
  /** And has one of the statement's speakers. */
  rightSpeaker: number;
  joinable: number;
  joined: number;
  /** Utterances that cover a rendition that could be joined. */
  utterances: number;
  /** Those with at least one join, and all joins right. */
  utterancesJoined: number;
  joins: number;
  wrongJoins: number;
};

/** A recorded rendition, in code points. */
type Recorded = Span & { statement: string; speakers: string[]; joinable: boolean };

export const emptyTally = (): Tally => ({
  renditions: 0,
  found: 0,
  rightSpeaker: 0,
  joinable: 0,
  joined: 0,
  utterances: 0,
  utterancesJoined: 0,
  joins: 0,
  wrongJoins: 0,
});

/** An utterance or a join, with its place in the article in code points. */
type Placed = { each: Drafted; place: Span };
type Join = Placed & { statement: string };

/** Adds an article to the tally, where the record has its text. */
export function tallyArticle(tally: Tally, session: Session, input: Input): void {
  const recorded = recordedOf(session.record, input.article.sha256);
  if (recorded === null) return;
  const at = codePointsOf(input.article.text);
  const place = ({ start, end }: Span): Span => ({ start: at(start), end: at(end) });
  const drafted = session.utterances(input);
  const utterances = drafted.map((each) => ({ each, place: place(wholeOf(each)) }));
  const joined = drafted.flatMap((each) =>
    each.units.flatMap(({ span, match }): Join[] =>
      match !== null && joins(match) ? [{ each, place: place(span), statement: match.id }] : [],
    ),
  );
  for (const rendition of recorded) tallyRendition(tally, rendition, utterances, joined);
  const right = new Set(joined.filter((join) => recorded.some((rendition) => isJoined(rendition, join))));
  for (const { each, place: whole } of utterances) {
    if (!recorded.some((rendition) => rendition.joinable && meets(rendition, whole))) continue;
    const own = joined.filter((join) => join.each === each);
    tally.utterances += 1;
    if (own.length > 0 && own.every((join) => right.has(join))) tally.utterancesJoined += 1;
  }
  tally.joins += joined.length;
  tally.wrongJoins += joined.length - right.size;
}

function tallyRendition(
  tally: Tally,
  rendition: Recorded,
  utterances: readonly Placed[],
  joined: readonly Join[],
): void {
  const covering = utterances.filter(({ place }) => shared(rendition, place) >= 0.5 * length(rendition));
  const speaks = covering.some(({ each }) => rendition.speakers.includes(each.utterance.speaker?.id ?? ''));
  tally.renditions += 1;
  if (covering.length > 0) tally.found += 1;
  if (speaks) tally.rightSpeaker += 1;
  if (!rendition.joinable) return;
  tally.joinable += 1;
  if (joined.some((join) => isJoined(rendition, join))) tally.joined += 1;
}

const isJoined = (rendition: Recorded, { statement, place }: Join): boolean =>
  rendition.statement === statement && meets(rendition, place);

/** The renditions of a source, or null where the record does not know the text. */
function recordedOf({ sources, statements }: KnownRecord, sha256: string): Recorded[] | null {
  const source = sources.find((each) => each.sha256 === sha256);
  if (source === undefined) return null;
  return statements.flatMap(({ id, speakers, renditions }) => {
    const joinable = renditions.some((each) => each.source !== source.id);
    return renditions.flatMap(({ source: from, start, end }) =>
      from === source.id && start != null && end != null
        ? [{ start, end, statement: id, speakers, joinable }]
        : [],
    );
  });
}

/** From the cue, where it stands first, to the end of what was said. */
function wholeOf({ utterance: { cue, contents } }: Drafted): Span {
  return {
    start: Math.min(...contents.map(({ start }) => start), cue?.start ?? Number.POSITIVE_INFINITY),
    end: Math.max(...contents.map(({ end }) => end)),
  };
}

const length = ({ start, end }: Span): number => end - start;
const shared = (one: Span, other: Span): number =>
  Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));

/** Two places mean the same words where half of the shorter lies in the other. */
const meets = (one: Span, other: Span): boolean =>
  shared(one, other) >= 0.5 * Math.max(1, Math.min(length(one), length(other)));
