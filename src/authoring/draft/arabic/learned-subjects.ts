// Learns from clear reports of an Arabic article which words name those who speak in it.
import type { Article } from '../article.ts';
import type { Subjects } from './heads.ts';
import { reportsOf } from './reports.ts';
import { subjectWithin } from './subject-within.ts';
import { anonymous, bodies, titles } from './words.ts';

/** Words that stand between a cue and its إن or its quotation: names and titles of those who speak here. */
export function learnSubjects(article: Article, knownNames: ReadonlySet<string>): Subjects {
  const words = new Set(knownNames);
  const vocabulary = vocabularyOf(article);
  const none: Subjects = { words: knownNames, vocabulary };
  for (const paragraph of article.paragraphs)
    for (const report of reportsOf(paragraph, none)) {
      const { kind, form, subjectTo } = report.complement;
      if ((kind !== 'an' && kind !== 'words') || form.tense === 'participle' || form.tense === 'noun')
        continue;
      const range = subjectWithin(paragraph.tokens, { from: report.candidate.index + 1, to: subjectTo });
      if (range === null || range.to - range.from > 12) continue;
      for (const token of paragraph.tokens.slice(range.from, range.to))
        if (isName(token.norm)) words.add(token.norm);
    }
  return { words, vocabulary };
}

function isName(norm: string): boolean {
  return (
    norm.length > 2 &&
    !titles.has(norm) &&
    !bodies.has(norm) &&
    !anonymous.has(norm) &&
    !/^(بن|ابن|في|باسم)$/.test(norm)
  );
}

/** Every word of the article once, for telling prefixes from letters of a word. */
function vocabularyOf(article: Article): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { tokens } of article.paragraphs)
    for (const token of tokens) if (token.word) words.add(token.norm);
  return words;
}
