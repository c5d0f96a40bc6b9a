// Reads the JSON of one record, from a line of NDJSON or from an array, and says what is wrong with it and where.
import { isUtf8 } from 'node:buffer';
import { type Kind, kinds } from '../../records/kinds.ts';
import { definitionOf } from '../../resources/registry.ts';
import { didYouMean } from '../did-you-mean.ts';
import { hasKeyTwice } from './duplicate-keys.ts';
import { validLength } from './encoding.ts';
import type { Entry, Fault } from './entry.ts';

/** The longest JSON of one record that is read, in bytes. */
export const recordLimit = 1024 * 1024;

/** The JSON of one record as bytes, and where it stands. */
export interface JsonPiece {
  bytes: Buffer;
  /** Where its first byte stands; both from 1. */
  line: number;
  column: number;
  /** Offset of its first byte in the file. */
  offset: number;
  /** What is wrong where the JSON ends too early; undefined where something follows it in the file. */
  breaksOff: string | undefined;
}

/**
 * The record of a piece of JSON: an object whose `kind` says what it is, with the record's fields beside it, or under
 * `record` where the record has a field `kind` itself. Where the name of the file says what it holds, `named` is that
 * kind, and an object without such a `kind` is the record.
 */
export function entryOf(piece: JsonPiece, named?: Kind): Entry | Fault {
  const { bytes, line, offset } = piece;
  if (!isUtf8(bytes)) {
    const valid = bytes.toString('utf8', 0, validLength(bytes));
    return { ...placeIn(piece, valid, valid.length), message: 'is not UTF-8; save the file as UTF-8' };
  }
  const text = bytes.toString('utf8');
  const at = (position: number, message: string): Fault => ({ ...placeIn(piece, text, position), message });
  const parsed = parseJson(text, piece.breaksOff);
  if ('message' in parsed) return at(parsed.position, parsed.message);
  const { kind, record, ...fields } = parsed.object;
  if (hasKeyTwice(text, parsed.object)) return at(0, 'a field stands twice; keep one');
  if (!isKind(kind)) {
    if (named !== undefined) return { kind: named, value: parsed.object, line, place: offset };
    return at(0, kindComplaint(kind));
  }
  if (record !== undefined && Object.keys(fields).length === 0) {
    return { kind, value: record, line, place: offset };
  }
  if (hasOwnKind.has(kind)) return at(0, ownKindComplaint(kind));
  return { kind, value: fields, line, place: offset };
}

/** Line and column of a position in the text of a piece. */
function placeIn({ line, column }: JsonPiece, text: string, position: number) {
  const before = text.slice(0, position);
  const breaks = before.split('\n').length - 1;
  if (breaks === 0) return { line, column: column + position };
  return { line: line + breaks, column: position - before.lastIndexOf('\n') };
}

type Parsed = { object: { kind?: unknown; record?: unknown } } | { position: number; message: string };

function parseJson(text: string, breaksOff: string | undefined): Parsed {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { object: value };
    return { position: 0, message: 'expected an object such as {"kind": "person", "id": …}' };
  } catch (error) {
    const { message: wording } = error as SyntaxError;
    const position = Number(/position (\d+)/.exec(wording)?.[1] ?? text.length);
    if (breaksOff !== undefined && position >= text.trimEnd().length) return { position, message: breaksOff };
    return { position, message: `not JSON: ${wording.split(/(?: in JSON)? at position/, 1).join()}` };
  }
}

const isKind = (value: unknown): value is Kind => (kinds as readonly unknown[]).includes(value);

const hasOwnKind: ReadonlySet<Kind> = new Set(
  kinds.filter((kind) => 'kind' in definitionOf[kind].schema.shape),
);

const ownKindComplaint = (kind: Kind): string =>
  `${kind} records have a kind of their own; write {"kind": "${kind}", "record": {"id": …, "kind": …}}`;

function kindComplaint(kind: unknown): string {
  const expected = `expected one of ${kinds.join(', ')}`;
  if (kind === undefined) return `kind is missing; ${expected}`;
  return `unknown kind ${JSON.stringify(kind)}; ${expected}${didYouMean(String(kind), kinds)}`;
}
