// Reads the values of a large JSON file one by one, and looks into them without trusting their shape.
import { isUtf8 } from 'node:buffer';
import { jsonElements } from '../../../ingest/read/json-elements.ts';
import { Unreadable } from '../importing.ts';
import { oneLine } from '../texts.ts';

/** A JSON object whose fields may hold anything. */
export type Fields = Readonly<Record<string, unknown>>;

/** A value of the file: its list, the line on which it begins, and what it holds. */
export interface JsonValue {
  list: string;
  isListed: boolean;
  line: number;
  value: unknown;
}

/** Yields the elements of the file's lists, and its other values. Throws Unreadable where the file is no JSON. */
export function* jsonValues(file: string): Generator<JsonValue> {
  for (const item of jsonElements(file, true)) {
    if ('message' in item) throw new Unreadable(item.line, item.column, item.message);
    const { bytes, line, column, list, isListed } = item;
    if (!isUtf8(bytes)) throw new Unreadable(line, column, 'is not UTF-8; save the file as UTF-8');
    yield { list, isListed, line, value: parsed(bytes.toString('utf8'), line, column) };
  }
}

function parsed(text: string, line: number, column: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    throw new Unreadable(line, column, `not JSON: ${message.split(/(?: in JSON)? at position/, 1).join()}`);
  }
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of a field, on one line; null where it is missing, empty, or no text. */
export function textAt(fields: Fields, name: string): string | null {
  const value = fields[name];
  const text = typeof value === 'string' ? oneLine(value) : '';
  return text === '' ? null : text;
}

/** The objects of a field, whether it holds one or a list. */
export const objectsAt = (fields: Fields, name: string): Fields[] => [fields[name]].flat().filter(isFields);
