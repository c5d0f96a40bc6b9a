// A link to quoted words in the page that they come from: a text directive (WICG, URL Fragment Text Directives).

/** A longer quote is named by how it begins and how it ends; its URL would grow too long otherwise. */
const mostLetters = 300;

/** How many words name the beginning or the end of a quote. */
const wordsAtEnd = 6;

/**
 * The URL of a page with a directive that leads to the text. A fragment that the URL has already stays before the
 * directive; a directive that it has is replaced.
 */
export function quoteLink(url: string, text: string): string {
  const page = url.split(':~:', 1).join();
  return `${page}${page.includes('#') ? '' : '#'}:~:text=${termsOf(text)}`;
}

/** The text itself, or `start,end` where it is long or has line breaks: each term is looked for within one block only. */
function termsOf(text: string): string {
  const lines = text
    .toWellFormed()
    .split(/[\n\r]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const first = wordsOf(lines[0]);
  const last = wordsOf(lines.at(-1));
  const isShort = text.length <= mostLetters || first.length < 2 * wordsAtEnd;
  if (lines.length <= 1 && isShort) return encoded(first);
  return `${encoded(first.slice(0, wordsAtEnd))},${encoded(last.slice(-wordsAtEnd))}`;
}

const wordsOf = (line = ''): string[] => line.split(/[ \t]+/);

/** Percent-encodes all that means something in a directive: `&`, `,` and `-`, too. */
const encoded = (words: string[]): string => encodeURIComponent(words.join(' ')).replaceAll('-', '%2D');
