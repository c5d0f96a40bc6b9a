// Pairs quotation marks: which opens, which closes, and what is done about those without a partner.
import { type SingleMarks, singleMarks } from './single-marks.ts';
import type { Language } from './spans.ts';
import { type Token, textAt } from './tokens.ts';

/** Token indices: `open` and `close` are the marks themselves; `close` is the paragraph's end where none closes. */
export type Quotation = {
  open: number;
  close: number;
  /** 0 for a quotation in the text itself, 1 for one inside another. */
  depth: number;
  /** True where no closing mark stands. */
  unclosed: boolean;
};

const OPENING = new Map([
  ['«', '»'],
  ['“', '”'],
  ['„', '“'],
  ['‹', '›'],
]);
const CLOSING = new Set(['»', '”', '›']);
const ENTITIES = new Map([
  ['&#8220;', '“'],
  ['&#8221;', '”'],
  ['&quot;', '"'],
  ['&laquo;', '«'],
  ['&raquo;', '»'],
  ['&ldquo;', '“'],
  ['&rdquo;', '”'],
]);
const STRAIGHT = new Set(['"', '＂', '″']);
const NO_SPACE_BEFORE_WORD = new Set(['(', '[', ':', '-', '–', '—', 'ل', 'ب', 'لـ', 'بـ', 'الـ', 'كـ']);

/** The quotations of a paragraph by their opening mark. Marks without partner are mended or left out. */
export function quotationsOf(tokens: readonly Token[], language: Language): Quotation[] {
  const found: Quotation[] = [];
  const open: { index: number; closedBy: string }[] = [];
  const singles = language === 'en' ? singleMarks(tokens) : null;
  for (const [index, token] of tokens.entries()) {
    if (token.word) continue;
    const role = roleOf(tokens, index, open.at(-1)?.closedBy, language, singles);
    if (role === 'opens' && continues(tokens, index, open.at(-1)?.closedBy)) continue;
    if (role === 'opens') open.push({ index, closedBy: closerOf(markAt(tokens, index)) });
    else if (role === 'closes') {
      const start = open.pop();
      if (start !== undefined)
        found.push({ open: start.index, close: index, depth: open.length, unclosed: false });
    }
  }
  return [...found, ...unclosed(open, tokens)].sort((one, other) => one.open - other.open);
}

/** A second opening mark of the same kind after a full stop begins a new paragraph of the same quotation. */
function continues(tokens: readonly Token[], index: number, closedBy: string | undefined): boolean {
  return (
    closedBy !== undefined &&
    closerOf(markAt(tokens, index)) === closedBy &&
    /^[.!?؟]$/.test(textAt(tokens, index - 1))
  );
}

/** The mark at an index, also where a page wrote it as an entity of HTML. */
function markAt(tokens: readonly Token[], index: number): string {
  const text = textAt(tokens, index);
  return ENTITIES.get(text) ?? text;
}

/** An inner mark that nothing closes is dropped; an outer one holds up to the paragraph's end. */
function unclosed(open: { index: number }[], tokens: readonly Token[]): Quotation[] {
  const [first] = open;
  if (first === undefined || first.index >= tokens.length - 1) return [];
  return [{ open: first.index, close: tokens.length, depth: 0, unclosed: true }];
}

function roleOf(
  tokens: readonly Token[],
  index: number,
  closedBy: string | undefined,
  language: Language,
  singles: SingleMarks | null,
) {
  const text = markAt(tokens, index);
  if (singles?.opens.has(index)) return 'opens';
  if (text === "'") return singles?.closes.has(index) && closedBy === text ? 'closes' : 'none';
  if (STRAIGHT.has(text)) return straightRole(tokens, index, closedBy);
  if (text === '‘' && language === 'en' && !touches(tokens, index, -1)) return 'opens';
  if (text === '’' && language === 'en' && closedBy === '’') return 'closes';
  if (closedBy === text) return 'closes';
  if (OPENING.has(text)) return looksClosing(tokens, index) && closedBy !== undefined ? 'closes' : 'opens';
  if (CLOSING.has(text)) return closedBy === undefined && looksOpening(tokens, index) ? 'opens' : 'closes';
  return 'none';
}

/** A straight mark closes what a straight mark opened, unless it stands like an opening one. */
function straightRole(tokens: readonly Token[], index: number, closedBy: string | undefined) {
  if (closedBy === undefined)
    return touches(tokens, index, -1) && !touches(tokens, index, 1) ? 'closes' : 'opens';
  if (closedBy === '"') {
    const doubled = STRAIGHT.has(textAt(tokens, index - 1)) && touches(tokens, index, 1);
    return doubled ? 'opens' : 'closes';
  }
  return looksClosing(tokens, index) ? 'closes' : 'opens';
}

function closerOf(mark: string): string {
  if (STRAIGHT.has(mark)) return '"';
  if (mark === '‘') return '’';
  if (mark === "'") return "'";
  return OPENING.get(mark) ?? (mark === '»' ? '«' : '“');
}

function looksClosing(tokens: readonly Token[], index: number): boolean {
  return touches(tokens, index, -1) && !touches(tokens, index, 1);
}

function looksOpening(tokens: readonly Token[], index: number): boolean {
  return touches(tokens, index, 1) && !touches(tokens, index, -1);
}

/** Whether a token stands right before (-1) or after (1) without space; some marks and prefixes count as a space. */
function touches(tokens: readonly Token[], index: number, side: -1 | 1): boolean {
  const token = tokens[index];
  const other = tokens[index + side];
  if (token === undefined || other === undefined) return false;
  const near = side === -1 ? other.end === token.start : token.end === other.start;
  if (!near) return false;
  if (side === -1) return !NO_SPACE_BEFORE_WORD.has(other.text);
  return other.word || /[«“"‘([$…#@]/.test(other.text) || other.text.startsWith('..');
}
