// Knows what people mean who type YAML by hand, and what they have to type instead.
import { codePointName } from '../../text/code-points.ts';

/** White space that looks like a space and is none to YAML. */
const oddSpace = '[\\u00a0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u3000\\ufeff]';

const oddSpaceBeforeValue = new RegExp(`^${oddSpace}|^-${oddSpace}|^[\\w-]+:${oddSpace}`);
const oddSpaceAtStart = new RegExp(`^[ \\t]*(?:- *)?${oddSpace}|[:-]${oddSpace}`);
const anyOddSpace = new RegExp(oddSpace);

/** What is wrong with a text without quotation marks that stands where a field or an element begins; null where nothing is. */
export function keyComplaint(text: string): string | null {
  if (oddSpaceBeforeValue.test(text)) return oddSpaceComplaint(text);
  if (/^[\w-]+:[{[]/.test(text)) return "write a space after ':'";
  return null;
}

const oddSpaceComplaint = (text: string): string =>
  `holds ${codePointName(anyOddSpace.exec(text)?.[0] ?? '')}, which looks like a space and is none to YAML; type a space`;

/**
 * What is wrong with a comment behind a text without quotation marks: it may be the rest of the text. Behind a single
 * word, '# ' is a comment. `isInFlow` tells that it stands inside of { } or [ ], whose end it swallows.
 */
export function commentComplaint(text: string, comment: string, isInFlow: boolean): string | null {
  const isMeant = /^#+(?:\s|$)/.test(comment) && !/\s/.test(text.trim());
  if (isMeant) return null;
  const rest = isInFlow ? comment.replace(/[,}\]].*$/s, '').trimEnd() : comment;
  return `' #' begins a comment, so that the text ends before it; write ${quoted(`${text} ${rest}`)} in quotation marks, or put the comment on a line of its own`;
}

/** Says of a syntax error what to type; null where the parser's own words must do. `pos` is where it says the error is. */
export function typingComplaint(code: string, text: string, pos: number): string | null {
  const start = text.lastIndexOf('\n', pos - 1) + 1;
  const line = text.slice(start).split('\n', 1).join();
  const from = text.slice(pos).split('\n', 1).join();
  if (code === 'TAB_AS_INDENT' || /^ *\t/.test(line)) return 'indented with a tab; use spaces';
  if (oddSpaceAtStart.test(line)) return oddSpaceComplaint(line);
  const isNested = code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'BLOCK_IN_FLOW';
  if (isNested && code === 'BLOCK_IN_FLOW' && /،[^,{}]*:(?:\s|$)/.test(from))
    return "'،' separates nothing inside { }; write ',' between two fields, or put the text in quotation marks";
  if (isNested) {
    const rest = code === 'BLOCK_IN_FLOW' ? from.replace(/[,}\]].*$/s, '') : from;
    return `': ' inside of a text begins a field; put the text in quotation marks: ${quoted(rest.trim())}`;
  }
  if (code === 'BAD_SCALAR_START')
    return `a text cannot begin with '${text[pos]}'; put it in quotation marks: ${quoted(from.trim())}`;
  if (code === 'UNEXPECTED_TOKEN' && /["'][^\s,}\]]*\s*$/.test(text.slice(start, pos)))
    return 'something follows the quotation mark that ends the text; put the whole text in quotation marks, and write \\" for one inside of it';
  return null;
}

/** A text as YAML that means it: in double quotation marks, or in single ones where it holds those. */
function quoted(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return shown.includes('"') ? `'${shown.replaceAll("'", "''")}'` : `"${shown}"`;
}
