// Which part of a file a request asks for (RFC 9110, 14.1.2, 14.2 and 13.1.5).

/** Bytes of a file, the last one included. */
export interface Range {
  first: number;
  last: number;
}

/**
 * The one range that `Range` asks for. Null where it asks for the whole file, or for what a server may pass over:
 * several ranges, another unit, nonsense.
 */
export function readRange(header: string | undefined, size: number): Range | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') return suffix(Number(last), size);
  if (last !== '' && Number(last) < Number(first)) return null;
  if (Number(first) >= size) return 'unsatisfiable';
  return { first: Number(first), last: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}

/** The last so many bytes; of a shorter file, all of it. */
const suffix = (length: number, size: number): Range | 'unsatisfiable' =>
  length === 0 || size === 0 ? 'unsatisfiable' : { first: Math.max(0, size - length), last: size - 1 };

/** Whether `If-Range` lets a range count: it is not there, or it is this very tag. A date is never: it says seconds, and a part must be exact. */
export const isRangeOf = (etag: string, ifRange: string | string[] | undefined): boolean =>
  ifRange === undefined || String(ifRange) === etag;
