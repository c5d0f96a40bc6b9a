// Finds the line and column of a field by reading its file once more: only problems need to know.
import { isMap, isScalar, isSeq, type Pair } from 'yaml';
import type { FieldPath } from '../../records/issue.ts';
import { endOfString } from '../read/duplicate-keys.ts';
import { readText } from '../read/encoding.ts';
import type { RecordPlace } from '../read/files.ts';
import { recordLimit } from '../read/json-record.ts';
import { piecesOf } from '../read/pieces-of-file.ts';
import { lineAndColumn, type ParsedYaml, parseYaml } from '../read/yaml.ts';
import { startOf } from '../read/yaml-values.ts';

/** Looks up positions; keeps what it knows of the last file, so ask file by file, from the start of each. */
export class Locator {
  #file = '';
  #parsed: ParsedYaml | null = null;
  /** The column of the last offset that was asked for in a file of JSON. */
  #reached = { file: '', offset: 0, column: 1 };

  /** Where a field (or its name) stands; where it is missing, the group that lacks it. */
  locate(at: RecordPlace, path: FieldPath, isName: boolean): { line: number; column: number } {
    if (at.file.format !== 'yaml') return this.#locateInJson(at, path, isName);
    const { contents, lines } = this.#parse(at.file.path);
    const start = startOf(follow(contents, [at.place, ...path], isName));
    return start === undefined ? { line: at.line, column: 1 } : lineAndColumn(lines, start);
  }

  /** JSON is a part of YAML, so that one parser gives the positions of both. */
  #locateInJson(at: RecordPlace, path: FieldPath, isName: boolean): { line: number; column: number } {
    const { contents, lines } = parseYaml(readRecordAt(at.file.path, at.place));
    const record = pairOf(contents, 'record')?.value ?? contents;
    const { line, column } = lineAndColumn(lines, startOf(follow(record, path, isName)) ?? 0);
    if (line > 1) return { line: at.line + line - 1, column };
    return { line: at.line, column: column + this.#columnOf(at) - 1 };
  }

  /** Counts the characters of the line before an offset. */
  #columnOf({ file: { path: file }, place }: RecordPlace): number {
    const isFurther = this.#reached.file === file && this.#reached.offset <= place;
    let { offset, column } = isFurther ? this.#reached : { offset: 0, column: 1 };
    for (const piece of piecesOf(file, offset)) {
      const before = piece.subarray(0, place - offset);
      const lineStart = before.lastIndexOf(10) + 1;
      if (lineStart > 0) column = 1;
      for (const byte of before.subarray(lineStart)) column += Number((byte & 0xc0) !== 0x80);
      offset += before.length;
      if (offset === place) break;
    }
    this.#reached = { file, offset, column };
    return column;
  }

  #parse(file: string): ParsedYaml {
    if (this.#parsed === null || this.#file !== file) {
      const text = readText(file);
      this.#parsed = parseYaml(typeof text === 'string' ? text : '');
      this.#file = file;
    }
    return this.#parsed;
  }
}

/** The node at the end of the path, or the last one on the way that is there. */
export function follow(from: unknown, path: FieldPath, isName = false): unknown {
  let at = from;
  for (const [index, step] of path.entries()) {
    const isLast = index === path.length - 1;
    const next = isLast && isName ? pairOf(at, step)?.key : childOf(at, step);
    if (startOf(next) === undefined) return at;
    at = next;
  }
  return at;
}

/** What stands at a step; a field that has a name only is found at its name. */
function childOf(node: unknown, step: string | number): unknown {
  if (isSeq(node)) return node.items[Number(step)];
  const pair = pairOf(node, step);
  return startOf(pair?.value) === undefined ? pair?.key : pair?.value;
}

function pairOf(node: unknown, step: string | number): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => isScalar(key) && key.value === step);
}

/** The JSON of the record that begins at an offset; what follows it on its last line may be cut off anywhere. */
function readRecordAt(file: string, offset: number): string {
  const pieces: Buffer[] = [];
  let size = 0;
  for (const piece of piecesOf(file, offset)) {
    pieces.push(piece);
    size += piece.length;
    if (size >= recordLimit) break;
  }
  return firstValueIn(Buffer.concat(pieces).toString('utf8', 0, recordLimit));
}

/** The JSON value that a text begins with; the whole text where its brackets do not match. */
function firstValueIn(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '"') at = endOfString(text, at);
    else if ('{['.includes(character)) depth += 1;
    else if (']}'.includes(character)) depth -= 1;
    if (depth === 0 || at < 0) return at < 0 ? text : text.slice(0, at + 1);
  }
  return text;
}
