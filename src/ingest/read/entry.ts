// What is read from a file: records as they stand there, and faults of its form.
import type { Kind } from '../../records/kinds.ts';

/** A record as it stands in a file. */
export interface Entry {
  kind: Kind;
  value: unknown;
  /** The line on which it begins, from 1. */
  line: number;
  /** What finds it again in its file: its index in a YAML list, or the offset of its JSON in bytes. */
  place: number;
}

/** What is wrong with the encoding or syntax of a file at one place; line and column count from 1. */
export interface Fault {
  line: number;
  column: number;
  message: string;
}

export const isFault = (item: object): item is Fault => 'message' in item;
