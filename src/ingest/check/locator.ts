// Finds the line and column of a field by reading its file once more: only problems need to know.
import { closeSync, openSync, readSync } from 'node:fs';
import { isMap, isScalar, isSeq, type Pair } from 'yaml';
import type { FieldPath } from '../../records/issue.ts';
import { readText } from '../read/encoding.ts';
import type { RecordPlace } from '../read/files.ts';
import { lineLimit } from '../read/ndjson.ts';
import { lineAndColumn, type ParsedYaml, parseYaml } from '../read/yaml.ts';
import { startOf } from '../read/yaml-values.ts';

/** Looks up positions; keeps the last YAML file parsed, so ask file by file. */
export class Locator {
  #file = '';
  #parsed: ParsedYaml | null = null;

  /** Where a field (or its name) stands; where it is missing, the group that lacks it. */
  locate(at: RecordPlace, path: FieldPath, isName: boolean): { line: number; column: number } {
    if (at.file.holds === 'ndjson') {
      const { contents } = parseYaml(readLineAt(at.file.path, at.place));
      const record = pairOf(contents, 'record')?.value ?? contents;
      return { line: at.line, column: (startOf(follow(record, path, isName)) ?? 0) + 1 };
    }
    const { contents, lines } = this.#parse(at.file.path);
    const start = startOf(follow(contents, [at.place, ...path], isName));
    return start === undefined ? { line: at.line, column: 1 } : lineAndColumn(lines, start);
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

function readLineAt(file: string, offset: number): string {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(lineLimit);
    const line = bytes.subarray(0, readSync(descriptor, bytes, 0, lineLimit, offset));
    const end = line.indexOf(10);
    return line.toString('utf8', 0, end < 0 ? line.length : end);
  } finally {
    closeSync(descriptor);
  }
}
