// Records where a source's paragraphs begin and end.
import { isSeq, type YAMLMap } from 'yaml';
import type { Stretch } from './article.ts';
import { type Located, nothingLocated, type Workplace } from './located.ts';
import type { SeedRecord } from './seed-files.ts';
import { withoutText } from './sources.ts';
import { indentOf, pairOf, setFields } from './yaml-edits.ts';

/** Gives a source its `paragraphs`, where it has none or others. */
export function locateParagraphs(
  text: string,
  { node, value }: SeedRecord,
  { articles }: Workplace,
): Located {
  const { id, paragraphs } = value;
  const article = articles.get(String(id));
  if (article === withoutText) return nothingLocated;
  if (!article) return { ...nothingLocated, isBlocked: true };
  if (JSON.stringify(paragraphs) === JSON.stringify(article.paragraphs)) return nothingLocated;
  const items = article.paragraphs.map(({ start, end }: Stretch) => `{ start: ${start}, end: ${end} }`);
  return { ...nothingLocated, edits: setFields(text, node, { paragraphs: listOf(items, text, node) }) };
}

/** The list in the style of the one that is there; a new one in block style, unless the whole record is on one line. */
function listOf(items: readonly string[], text: string, node: YAMLMap): string {
  const pair = pairOf(node, 'paragraphs');
  const lines = items.map((item) => `- ${item}`);
  // What is replaced begins at the first dash; what is new, after the colon.
  if (isSeq(pair?.value) && pair.value.flow !== true) return lines.join(`\n${indentOf(text, pair.value)}`);
  if (pair || node.flow === true) return `[${items.join(', ')}]`;
  return lines.map((line) => `\n${indentOf(text, node)}  ${line}`).join('');
}
