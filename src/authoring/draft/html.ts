// Turns a page of HTML into the text of its article, one paragraph a line.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

const BLOCKS = 'h1, h2, h3, h4, p, li, blockquote, figcaption, pre';

/** The article's headline and paragraphs; all paragraphs of the page where no article can be told from it. */
export function textOfHtml(html: string): string {
  const { document } = parseHTML(html);
  const article = new Readability(parseHTML(html).document, { charThreshold: 200 }).parse();
  const body = article?.content
    ? parseHTML(`<html><body>${article.content}</body></html>`).document
    : document;
  const paragraphs = [...body.querySelectorAll(BLOCKS)]
    .filter((block) => block.querySelector(BLOCKS) === null)
    .map((block) => oneLine(block.textContent ?? ''))
    .filter((line) => line !== '');
  const title = oneLine(article?.title ?? '');
  const lines = title !== '' && paragraphs[0] !== title ? [title, ...paragraphs] : paragraphs;
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

export function isHtml(file: string, text: string): boolean {
  return /\.x?html?$/i.test(file) || /^\s*(?:<!doctype html|<html)/i.test(text.slice(0, 200));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
