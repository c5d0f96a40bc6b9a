// Writes the entry of an article in sources.yaml.
import path from 'node:path';
import type { Dateline } from '../dateline.ts';
import { linesOf, positionsOf } from './positions.ts';
import type { ReadArticle } from './read-article.ts';
import { comment, flow } from './yaml-lines.ts';

/** The entry, with what the article itself says of its outlet, its date and its place. */
export function sourceYaml({ article, sourceId, date, dateline }: ReadArticle): string {
  const at = positionsOf(article);
  const title = article.paragraphs[0];
  const begins = title === undefined ? sourceId : article.text.slice(title.start, title.end).slice(0, 60);
  const label = article.language === 'ar' ? `المقال ${sourceId}` : `Article ${sourceId}`;
  return [
    `- id: ${sourceId}`,
    `  name: ${flow({ [article.language]: label })}`,
    `  ${comment(`begins: ${begins.trim()}`)}`,
    `  file: ${path.basename(article.file)}`,
    `  sha256: ${article.sha256}`,
    `  outlet: ${dateline?.outlet ?? 'null'}`,
    `  language: ${article.language}`,
    `  publishedOn: ${date ?? 'null'}`,
    `  dateline: ${datelineYaml(dateline)}`,
    '  paragraphs:',
    ...linesOf(article).map((line) => {
      const { start, end } = at(line);
      return `    - { start: ${start}, end: ${end} }`;
    }),
    '',
  ].join('\n');
}

/** A dateline of the record has a place and a date; where one is missing, a comment gives the words. */
function datelineYaml(dateline: Dateline | null): string {
  if (dateline === null) return 'null';
  const { text, place, date } = dateline;
  if (place !== null && date !== null) return `{ place: ${place}, date: ${date} }`;
  return `null ${comment(`it says '${text}'; a dateline needs a place of the record and a date with its year`)}`;
}
