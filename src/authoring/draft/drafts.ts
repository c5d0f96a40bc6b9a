// Writes what was read as drafts of records: sources.yaml, statements.yaml, claims.yaml, and the speakers that are new.
import path from 'node:path';
import type { Article, Span } from './article.ts';
import type { ClaimDraft } from './claims.ts';
import { codePointsOf } from './code-points.ts';
import { latin, slugOf, type UniqueIds } from './ids.ts';
import type { Drafted } from './json.ts';
import { propositionsOf } from './propositions.ts';
import type { Statements } from './statements.ts';
import type { Surroundings } from './surroundings.ts';
import { comment, list, scalar } from './yaml-lines.ts';

export type ReadArticle = {
  article: Article;
  sourceId: string;
  drafted: { each: Drafted; around: Surroundings }[];
  claims: ClaimDraft[];
  event: string | null;
  date: string | null;
};

type Positions = (span: Span) => { start: number; end: number };

/** The entry of an article in sources.yaml. */
export function sourceYaml({ article, sourceId, date }: ReadArticle): string {
  const at = positionsOf(article);
  const title = article.paragraphs[0];
  const name =
    title === undefined ? sourceId : article.text.slice(title.start, title.end).slice(0, 60).trim();
  return [
    `- id: ${sourceId}`,
    `  name: { en: ${scalar(`Article ${sourceId}`)}, ar: ${scalar(`المقال ${sourceId}`)} }`,
    `  ${comment(`begins: ${name}`)}`,
    `  file: ${path.basename(article.file)}`,
    `  sha256: ${article.sha256}`,
    '  outlet: null',
    `  language: ${article.language}`,
    `  publishedOn: ${date ?? 'null'}`,
    '  paragraphs:',
    ...linesOf(article).map((line) => {
      const { start, end } = at(line);
      return `    - { start: ${start}, end: ${end} }`;
    }),
    '',
  ].join('\n');
}

/** The paragraphs of the record, also where the reading took a long one in pieces. */
function linesOf({ paragraphs, text }: Article): Span[] {
  const firsts = paragraphs.filter(({ number }, at) => number !== paragraphs[at - 1]?.number);
  return firsts.map((paragraph) => lineOf(text, paragraph));
}

/** A paragraph in the record is its whole line, with spaces at its ends. */
function lineOf(text: string, { start, end }: Span): Span {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next === -1 ? text.length : next;
  return { start: from, end: text[to - 1] === '\r' ? to - 1 : to };
}

/** The entries of an article in statements.yaml, one for each proposition. */
export function statementsYaml(
  read: ReadArticle,
  statements: Statements,
  ids: UniqueIds,
  speakerIds: ReadonlyMap<string, string>,
): string {
  const at = positionsOf(read.article);
  return read.drafted
    .flatMap((drafted) => {
      const parts = propositionsOf(read.article.text, drafted.each.utterance);
      return parts.map((part, index) =>
        statementYaml(read, drafted, part, index, at, statements, ids, speakerIds),
      );
    })
    .join('');
}

function statementYaml(
  read: ReadArticle,
  { each, around }: ReadArticle['drafted'][number],
  part: Span,
  index: number,
  at: Positions,
  statements: Statements,
  ids: UniqueIds,
  speakerIds: ReadonlyMap<string, string>,
): string {
  const { article, sourceId } = read;
  const { utterance } = each;
  const { speaker, cue, via, confidence, rules } = utterance;
  const words = article.text.slice(part.start, part.end);
  const speakerId = speaker === null ? null : (speaker.id ?? speakerIds.get(speaker.name) ?? null);
  const match = statements.match(speaker?.id ?? null, words);
  const id = ids.take(slugOf(`${speakerId ?? 'unknown'} ${hint(words, article.language)}`, 'statement', 70));
  const span =
    index === 0 && cue !== null && cue.start < part.start && cue.end > part.start - 400
      ? { start: cue.start, end: part.end }
      : part;
  const quotes = utterance.quotes
    .filter(({ start, end }) => start < part.end && end > part.start)
    .map(({ start, end }) =>
      tight(article.text, { start: Math.max(start, part.start), end: Math.min(end, part.end) }),
    )
    .filter(({ start, end }) => end > start);
  const whole = withMarks(article.text, span);
  const position = at(whole);
  const mode = quotes.length === 0 ? 'indirect' : utterance.mode === 'indirect' ? 'mixed' : utterance.mode;
  const quoted =
    quotes.length === 1 && mode === 'direct' && quotes[0] !== undefined
      ? article.text.slice(quotes[0].start, quotes[0].end)
      : '';
  return `${[
    comment(`confidence ${confidence}; ${rules.join('; ')}`),
    ...(match === null
      ? []
      : [
          comment(
            `perhaps a rendition of ${match.id} (score ${match.score}; shared: ${match.shared.join(' ')}): move it there`,
          ),
        ]),
    `- id: ${id}`,
    speakerId === null
      ? `  speakers: [] ${comment(speaker === null ? 'nobody is named' : `not in the record: ${speaker.text}`)}`
      : `  speakers: [${speakerId}]`,
    '  gist:',
    `    en: ${article.language === 'en' && quoted !== '' ? scalar(quoted) : "''"}`,
    `    ar: ${article.language === 'ar' && quoted !== '' ? scalar(quoted) : "''"}`,
    `  saidOn: ${around.event?.start?.slice(0, 10) ?? 'null'}`,
    `  event: ${around.event?.id ?? 'null'}`,
    '  place: null',
    `  addressees: ${list(around.addressees)}`,
    `  topics: ${list(around.topics)}`,
    `  mentions: ${list(around.mentions)}`,
    '  renditions:',
    `    - id: ${ids.take(`${id}-${sourceId}`.slice(0, 80).replace(/-+$/, ''))}`,
    `      source: ${sourceId}`,
    `      via: ${via?.id ?? 'null'}${via !== null && via.id === null ? ` ${comment(via.text)}` : ''}`,
    `      mode: ${mode}`,
    cue === null
      ? '      cue: null'
      : `      cue: { text: ${scalar(cue.text)}, lemma: ${scalar(cue.lemma)} }`,
    `      language: ${article.language}`,
    ...(quotes.length === 0
      ? ['      quotes: []']
      : ['      quotes:', ...quotes.flatMap((quote) => quoteYaml(article, quote, at))]),
    `      paragraph: ${utterance.paragraph}`,
    `      start: ${position.start}`,
    `      end: ${position.end}`,
  ].join('\n')}\n`;
}

function quoteYaml(article: Article, quote: Span, at: Positions): string[] {
  const { start, end } = at(quote);
  return [
    `        - text: ${scalar(article.text.slice(quote.start, quote.end))}`,
    `          start: ${start}`,
    `          end: ${end}`,
  ];
}

/** Without spaces at the ends. */
function tight(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}

/** A passage holds the closing mark after its last word, as in the seeds. */
function withMarks(text: string, { start, end }: Span): Span {
  const after = /^[.،,!؟?]?["»”]/.exec(text.slice(end, end + 2));
  return { start, end: after === null ? end : end + after[0].length };
}

/** The first words of weight, in Latin letters only: Arabic words would be unreadable in an id. */
function hint(words: string, language: string): string {
  if (language !== 'en') return '';
  return (words.match(/\p{L}{4,}/gu) ?? []).slice(0, 4).join(' ');
}

/** The entries of an article in claims.yaml. */
export function claimsYaml({ article, sourceId, claims, event }: ReadArticle, ids: UniqueIds): string {
  const at = positionsOf(article);
  return claims
    .map((claim) => {
      const { start, end } = at(claim);
      const value = Object.entries(claim.value)
        .map(([key, each]) => `${key}: ${each}`)
        .join(', ');
      return `${[
        `- id: ${ids.take(`${event}-${claim.attribute}-${sourceId}`)}`,
        `  event: ${event}`,
        `  attribute: ${claim.attribute}`,
        `  value: { ${value} }`,
        `  source: ${sourceId}`,
        `  paragraph: ${claim.paragraph}`,
        `  start: ${start}`,
        `  end: ${end}`,
      ].join('\n')}\n`;
    })
    .join('');
}

/** New speakers as entries of people.yaml: the name in the article's language, and a guess or an empty line for the other. */
export function peopleYaml(people: readonly { id: string; name: string; language: string }[]): string {
  return people
    .map(
      ({ id, name, language }) =>
        `${[
          comment('new: check the name, add roles and country, or write organizations.yaml instead'),
          `- id: ${id}`,
          `  name: { en: ${language === 'en' ? scalar(name) : scalar(latin(name))}, ar: ${language === 'ar' ? scalar(name) : "''"} }`,
          '  aliases: []',
          '  roles: []',
          '  country: null',
        ].join('\n')}\n`,
    )
    .join('');
}

function positionsOf(article: Article): Positions {
  const at = codePointsOf(article.text);
  return ({ start, end }) => ({ start: at(start), end: at(end) });
}
