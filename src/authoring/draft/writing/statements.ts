// Writes the entries of an article in statements.yaml: new statements, and renditions of those that the record has.
import type { Span } from '../article.ts';
import { slugOf, type UniqueIds } from '../ids.ts';
import { joins, type Match, type Unit } from '../joining/join.ts';

import { type Positions, positionsOf } from './positions.ts';
import type { ReadArticle } from './read-article.ts';
import { modeOf, quotesOf, renditionYaml } from './rendition.ts';
import { comment, list, scalar } from './yaml-lines.ts';

type Draft = ReadArticle['drafted'][number];

/** Gives ids to what is written, and knows the ids of speakers whom the record does not know. */
export type Ids = { unique: UniqueIds; speakers: ReadonlyMap<string, string> };

/** The entries, one for each proposition. */
export function statementsYaml(read: ReadArticle, ids: Ids): string {
  const at = positionsOf(read.article);
  const passages = new Passages();
  return read.drafted
    .flatMap((draft) =>
      draft.each.units.map((unit, index) =>
        passages.hold(unit) ? '' : entryYaml(read, draft, unit, index, at, ids),
      ),
    )
    .join('');
}

/** The longest passage so far of each statement that was joined. */
class Passages {
  private readonly byStatement = new Map<string, Span>();

  /** Whether words lie inside a passage of the same statement ('said he agreed that ...'): they are written once. */
  hold({ span, match }: Unit): boolean {
    if (match === null) return false;
    const known = this.byStatement.get(match.id);
    if (known !== undefined && known.start <= span.start && known.end >= span.end) return true;
    if (joins(match)) this.byStatement.set(match.id, span);
    return false;
  }
}

/** A rendition for the statement that the words surely render; else a statement of its own. */
function entryYaml(
  read: ReadArticle,
  draft: Draft,
  { span: part, match }: Unit,
  index: number,
  at: Positions,
  ids: Ids,
): string {
  const { article, sourceId } = read;
  const { confidence, rules, speaker } = draft.each.utterance;
  const words = article.text.slice(part.start, part.end);
  const why = comment(`confidence ${confidence}; ${rules.join('; ')}`);
  const rendition = (statement: string) =>
    renditionYaml(read, draft.each.utterance, { part, index }, at, renditionId(statement, sourceId, ids));
  if (match !== null && joins(match))
    return lines([
      why,
      comment(`joins ${matchWords(match)}; another one? then write it as a statement of its own`),
      `- statement: ${match.id}`,
      ...rendition(match.id),
    ]);
  const speakerId = speaker === null ? null : (speaker.id ?? ids.speakers.get(speaker.name) ?? null);
  const id = ids.unique.take(
    slugOf(`${speakerId ?? 'unknown'} ${hint(words, article.language)}`, 'statement', 70),
  );
  return lines([
    why,
    ...(match === null
      ? []
      : [
          comment(`perhaps ${matchWords(match)}; then write 'statement: ${match.id}' and 'renditions' alone`),
        ]),
    `- id: ${id}`,
    ...statementFields(read, draft, part, speakerId),
    ...rendition(id),
  ]);
}

function statementFields(
  { article }: ReadArticle,
  { each: { utterance }, around }: Draft,
  part: Span,
  speakerId: string | null,
): string[] {
  const { speaker } = utterance;
  return [
    speakerId === null
      ? `  speakers: [] ${comment(speaker === null ? 'nobody is named' : `not in the record: ${speaker.text}`)}`
      : `  speakers: [${speakerId}]`,
    '  gist:',
    `    ${article.language}: ${scalar(standingQuote(article.text, utterance, part))}`,
    `  saidOn: ${around.saidOn ?? 'null'}`,
    `  event: ${around.event?.id ?? 'null'}`,
    `  place: ${around.place ?? 'null'}`,
    `  addressees: ${list(around.addressees)}`,
    `  topics: ${list(around.topics)}`,
    `  mentions: ${list(around.mentions)}`,
  ];
}

/** The quotation where it is all that was said, and so its own gist; else an empty text for a person to fill. */
function standingQuote(text: string, utterance: Draft['each']['utterance'], part: Span): string {
  const quotes = quotesOf(text, utterance, part);
  const [only] = quotes;
  return quotes.length === 1 && only !== undefined && modeOf(utterance, quotes) === 'direct'
    ? text.slice(only.start, only.end)
    : '';
}

const matchWords = ({ id, score, shared, rival }: Match): string =>
  `a rendition of ${id} (score ${score.toFixed(2)}; shared: ${shared.join(' ')})${rivalWords(rival)}`;

const rivalWords = (rival: Match['rival']): string =>
  rival === null ? '' : `, or of ${rival.id} (${rival.score.toFixed(2)})`;

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;

function renditionId(statement: string, sourceId: string, { unique }: Ids): string {
  const source = `-${sourceId}`;
  return unique.take(`${statement.slice(0, 76 - source.length).replace(/-+$/, '')}${source}`);
}

/** The first words of weight, in Latin letters only: Arabic words would be unreadable in an id. */
function hint(words: string, language: string): string {
  if (language !== 'en') return '';
  return (words.match(/\p{L}{4,}/gu) ?? []).slice(0, 4).join(' ');
}
