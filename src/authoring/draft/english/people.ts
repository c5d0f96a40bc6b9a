// Finds the people that an English article names outside quotations, and the pronouns that stand for one.
import { type Article, outsideMarks, type Paragraph, type TokenRange } from '../article.ts';
import type { Mention } from '../utterance.ts';
import {
  bare,
  type Gender,
  genderNear,
  looksLikeName,
  type Run,
  rolesNear,
  runsOf,
  surnamesIn,
} from './name-runs.ts';
import { isCapital, low } from './tokens.ts';
import { personTitles, prepositions } from './words.ts';

/**
 * A name, a description, or the pronoun he or she; `key` is the surname, `roles` are the words of titles and appositions. `prominent` is false
 * after a preposition and before a possessive 's.
 */
export type Person = Mention & {
  gender: Gender;
  key: string;
  roles: () => string[];
  pronoun: boolean;
  prominent: boolean;
};

export type PeopleOfSentence = { start: number; end: number; people: Person[] };

/** The people of each sentence in the order of the article; a sentence without any has an empty list. */
export function peopleIn(article: Article): PeopleOfSentence[] {
  const runs = new Map(article.paragraphs.map((paragraph) => [paragraph, runsOf(paragraph)]));
  const surnames = surnamesIn(runs);
  return article.paragraphs.flatMap((paragraph) =>
    paragraph.sentences.map(({ from, to }) => ({
      start: paragraph.tokens[from]?.start ?? 0,
      end: paragraph.tokens[to - 1]?.end ?? 0,
      people: [
        ...(runs.get(paragraph) ?? [])
          .filter((run) => run.from >= from && run.to <= to && isPerson(paragraph, run, surnames))
          .map((run) => personOf(article, paragraph, run, surnames)),
        ...pronounsOf(paragraph, { from, to }),
      ].sort((one, other) => one.start - other.start),
    })),
  );
}

function isPerson(paragraph: Paragraph, run: Run, surnames: ReadonlyMap<string, Gender>): boolean {
  return surnames.has(bare(paragraph.tokens[run.to - 1])) && looksLikeName(paragraph, run);
}

function personOf(
  article: Article,
  paragraph: Paragraph,
  run: Run,
  surnames: ReadonlyMap<string, Gender>,
): Person {
  const { tokens } = paragraph;
  const start = tokens[run.from]?.start ?? 0;
  const last = tokens[run.to - 1];
  const possessive = /['’]s?$/.test(last?.text ?? '');
  const end = (last?.end ?? 0) - (possessive ? (last?.text.match(/['’]s?$/)?.[0].length ?? 0) : 0);
  let before = run.from - 1;
  while (tokens[before]?.word && (isCapital(tokens[before]) || personTitles.has(low(tokens, before))))
    before -= 1;
  return {
    start,
    end,
    text: article.text.slice(start, end),
    gender: genderNear(paragraph, run) ?? surnames.get(bare(last)) ?? null,
    key: bare(last),
    roles: () => rolesNear(paragraph, run),
    pronoun: false,
    prominent: !possessive && !prepositions.has(low(tokens, before)),
  };
}

function pronounsOf(paragraph: Paragraph, { from, to }: TokenRange): Person[] {
  const { tokens } = paragraph;
  const found: Person[] = [];
  for (const at of outsideMarks(paragraph, { from, to })) {
    const match = (at === from ? /^(she|he|his|her)(?:'\w+)?$/ : /^(she|he)(?:'\w+)?$/).exec(low(tokens, at));
    const token = tokens[at];
    if (match === null || token === undefined) continue;
    const text = token.text.slice(0, match[1]?.length);
    const gender = match[1]?.startsWith('h') && match[1] !== 'her' ? 'm' : 'f';
    const end = token.start + text.length;
    found.push({
      start: token.start,
      end,
      text,
      gender,
      key: '',
      roles: noRoles,
      pronoun: true,
      prominent: /he$/.test(match[1] ?? ''),
    });
  }
  return found;
}

const noRoles = (): string[] => [];
