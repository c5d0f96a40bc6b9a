// Records where a source's paragraphs begin and end.
import { isSeq } from 'yaml';
import type { Stretch } from './article.ts';
import { type Located, nothingLocated, type Workplace } from './locate-passages.ts';
import type { SeedRecord } from './seed-files.ts';
import { indentOf, pairOf, setFields } from './yaml-edits.ts';

/** Gives a source its `paragraphs`, where it has none or others. */
export function locateParagraphs(
  text: string,
  { node, value }: SeedRecord,
  { articles }: Workplace,
): Located {
  const { id, paragraphs } = value;
  const article = articles.get(String(id));
  if (!article) return { ...nothingLocated, isBlocked: true };
  if (JSON.stringify(paragraphs) === JSON.stringify(article.paragraphs)) return nothingLocated;
  const present = pairOf(node, 'paragraphs')?.value;
  const isFlow = node.flow === true || (isSeq(present) && present.flow === true);
  const items = article.paragraphs.map(({ start, end }: Stretch) => `{ start: ${start}, end: ${end} }`);
  const indent = `\n${indentOf(text, node)}  `;
  const block = items.map((item) => `${indent}- ${item}`).join('');
  // The value of a block list begins at its first dash, after the line break and the indent.
  const list = isFlow ? `[${items.join(', ')}]` : present ? block.trimStart() : block;
  return { ...nothingLocated, edits: setFields(text, node, { paragraphs: list }) };
}
