// Pairs straight single quotation marks of English text, which look like apostrophes: 'We tried,' he said.
import { type Token, textAt } from './tokens.ts';

/** More single marks than this within a quotation are not looked at. */
const MOST = 12;

export type SingleMarks = { opens: ReadonlySet<number>; closes: ReadonlySet<number> };

/** The indices of the single marks that open and close a quotation; marks of possession and of omission are neither. */
export function singleMarks(tokens: readonly Token[]): SingleMarks {
  const opens = new Set<number>();
  const closes = new Set<number>();
  const marks: number[] = [];
  const doubles: number[] = []; // double marks before each single one
  let seen = 0;
  for (const [at, { text }] of tokens.entries()) {
    if (text === '"' || text === '“' || text === '”') seen += 1;
    if (text !== "'") continue;
    marks.push(at);
    doubles.push(seen);
  }
  for (let index = 0; index < marks.length; index += 1) {
    if (!mayOpen(tokens, marks[index] ?? 0)) continue;
    const close = closeOf(tokens, marks, doubles, index);
    if (close === null) continue;
    opens.add(marks[index] ?? 0);
    closes.add(marks[close] ?? 0);
    index = close;
  }
  return { opens, closes };
}

function mayOpen(tokens: readonly Token[], at: number): boolean {
  const [before, mark, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (mark?.text !== "'" || after === undefined || after.start !== mark.end) return false;
  if (/^\d|^(?:em|til|cause|n|tis|twas)$/i.test(after.text)) return false;
  return before === undefined || before.end < mark.start || /^["“(—–-]$/.test(before.text);
}

/**
 * The place of the mark that closes among `marks`: the first that ends a word, or one after a plural where no other follows. An
 * odd number of double marks between the two belongs to another quotation.
 */
function closeOf(
  tokens: readonly Token[],
  marks: readonly number[],
  doubles: readonly number[],
  open: number,
): number | null {
  let possessive: number | null = null;
  for (let index = open + 1; index < Math.min(marks.length, open + MOST); index += 1) {
    const at = marks[index] ?? 0;
    const within = (doubles[index] ?? 0) - (doubles[open] ?? 0);
    if (within % 2 === 1 || at - (marks[open] ?? 0) < 2 || !closesWord(tokens, at)) continue;
    if (!/s$/i.test(textAt(tokens, at - 1))) return index;
    possessive ??= index;
  }
  return possessive;
}

function closesWord(tokens: readonly Token[], at: number): boolean {
  const [before, mark, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  return before?.end === mark?.start && (after === undefined || after.start !== mark?.end || !after.word);
}
