// Parses YAML into nodes with positions, and gives every fault of syntax and every refused construct at once.
import { Composer, CST, Lexer, LineCounter, type ParsedNode, Parser, type YAMLError } from 'yaml';
import type { Fault } from './entry.ts';
import { commentComplaint, keyComplaint, typingComplaint } from './yaml-typing.ts';

/** A parsed text: its nodes, the way from an offset to a line, and its faults. */
export interface ParsedYaml {
  contents: ParsedNode | null;
  lines: LineCounter;
  faults: Fault[];
}

/** A record needs six levels; anything far beyond is a mistake, or meant to exhaust the stack. */
const deepest = 30;

/** Parses one YAML 1.2 document. JSON is a part of YAML, so a line of NDJSON parses too. */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const faults: Fault[] = [];
  const tokens = readTokens(text, lines, faults);
  if (tokens === null) return { contents: null, lines, faults };
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    // Found while the nodes are walked: the parser would compare every key with every other.
    uniqueKeys: false,
  });
  const documents = [...composer.compose(tokens, true, text.length)];
  const told = new Set(faults.flatMap(({ line }) => [line, line + 1])); // more would only follow from that
  const others = documents.flatMap(({ errors }) => syntaxFaults(errors, text, lines));
  faults.push(...others.filter(({ line }) => !told.has(line)));
  for (const second of documents.slice(1, 2)) {
    const message = "a second document begins; remove the line '---' and write one list";
    faults.push({ ...lineAndColumn(lines, second.range[0]), message });
  }
  return { contents: documents[0]?.contents ?? null, lines, faults };
}

/** Reads the tokens, noting what is refused; null where the nesting is too deep to go on. */
function readTokens(source: string, lines: LineCounter, faults: Fault[]): CST.Token[] | null {
  const tokens: CST.Token[] = [];
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  let isText = false;
  let isValue = false; // whether the last lexeme but for white space was ':'
  let text = ''; // the last one without quotation marks on this line
  for (const lexeme of new Lexer().lex(source)) {
    const message = isText
      ? !isValue && keyComplaint(lexeme)
      : refusalOf(lexeme, text, () => isInFlow(parser));
    if (message) faults.push({ ...lineAndColumn(lines, parser.offset), message });
    if (isText) text = lexeme;
    else if (!/^[ \t]*$/.test(lexeme)) text = '';
    if (lexeme !== CST.SCALAR && !/^[ \t]*$/.test(lexeme)) isValue = lexeme === ':' && !isText;
    isText = lexeme === CST.SCALAR;
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > deepest) {
      const tooDeep = `nested more than ${deepest} levels deep; a record never is`;
      faults.push({ ...lineAndColumn(lines, parser.offset - 1), message: tooDeep });
      return null;
    }
  }
  tokens.push(...parser.end());
  return tokens;
}

/** Anchors could make a small file huge, and tags and directives could make a value something else than it looks. */
function refusalOf(lexeme: string, textBefore: string, isInside: () => boolean): string | null {
  switch (CST.tokenType(lexeme)) {
    case 'comment':
      return textBefore === '' ? null : commentComplaint(textBefore, lexeme, isInside());
    case 'anchor':
      return `anchor '${lexeme}' is refused; remove it`;
    case 'alias':
      return `alias '${lexeme}' is refused; write the value out`;
    case 'tag':
      return `tag '${lexeme}' is refused; remove it`;
    case 'directive-line':
      return `directive '${lexeme}' is refused; remove the line`;
    default:
      return null;
  }
}

const isInFlow = (parser: Parser): boolean => parser.stack.some(({ type }) => type === 'flow-collection');

/** One for each line: what the parser says after the first is often only a consequence. */
function syntaxFaults(errors: readonly YAMLError[], text: string, lines: LineCounter): Fault[] {
  const byLine = new Map<number, Fault>();
  for (const error of errors.filter(({ code }) => code !== 'BAD_ALIAS')) {
    const place = lineAndColumn(lines, error.pos[0]);
    if (!byLine.has(place.line)) byLine.set(place.line, { ...place, message: wordingOf(error, text) });
  }
  return [...byLine.values()];
}

/** What to type, where that is known; else the parser's own words. */
const wordingOf = ({ code, message, pos }: YAMLError, text: string): string =>
  typingComplaint(code, text, pos[0]) ?? `YAML syntax: ${message}`;

/** Where an offset of the text stands; both from 1. */
export function lineAndColumn(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}
