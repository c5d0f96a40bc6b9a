// Reads a file's records one after another, whether it is YAML, JSON or NDJSON, without judging what they say.
import { isSeq } from 'yaml';
import type { Kind } from '../../records/kinds.ts';
import { readText } from './encoding.ts';
import type { Entry, Fault } from './entry.ts';
import type { InputFile } from './files.ts';
import { jsonElements } from './json-elements.ts';
import { entryOf } from './json-record.ts';
import { readNdjson } from './ndjson.ts';
import { lineAndColumn, parseYaml } from './yaml.ts';
import { offsetOf, plainValue } from './yaml-values.ts';

/** Yields the entries of a file, and each fault of its form. Throws what the file system throws. */
export function readEntries(file: InputFile): Iterable<Entry | Fault> {
  const { format, holds, path } = file;
  if (format === 'ndjson') return readNdjson(path);
  if (format === 'yaml' && holds !== null) return readYamlList(path, holds);
  return readJsonArray(path, holds ?? undefined);
}

/** Streams a JSON array, whose size does not matter. `named` is the kind that the name of the file says, if it says one. */
function* readJsonArray(file: string, named: Kind | undefined): Generator<Entry | Fault> {
  for (const item of jsonElements(file)) yield 'message' in item ? item : entryOf(item, named);
}

/** Where the form is at fault no entry is given: half a file would only bring up false problems. */
function readYamlList(file: string, kind: Kind): (Entry | Fault)[] {
  const text = readText(file);
  if (typeof text !== 'string') return [text];
  const { contents, lines, faults } = parseYaml(text);
  if (faults.length > 0) return faults;
  if (contents === null) return [fault(`is empty; write a list of records, or remove the file`)];
  if (!isSeq(contents)) {
    return [
      {
        ...lineAndColumn(lines, contents.range[0]),
        message: "expected a list; begin each record with '- id: …'",
      },
    ];
  }
  const entries = contents.items.map((item, place) => ({
    kind,
    value: plainValue(item, lines, faults),
    line: lineAndColumn(lines, offsetOf(item)).line,
    place,
  }));
  return faults.length > 0 ? faults : entries;
}

const fault = (message: string): Fault => ({ line: 1, column: 1, message });
