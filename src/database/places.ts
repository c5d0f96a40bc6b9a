// Says where the pieces of a rendition's answer stand in that of its statement, and puts them together.
import type { Passage } from './documents.ts';

/** Ends of the statement in short, start of the rendition, where that goes in, and the rendition's end. */
export type Place = [head: number, start: number, join: number, end: number];

/** The place of a passage in its statement's bytes, of which the pieces end behind these. */
export function placeOf({ piece, lead }: Pick<Passage, 'piece' | 'lead'>, ends: readonly number[]): Place {
  const [head = 0] = ends;
  const [start = 0, end = 0] = ends.slice(piece - 1, piece + 1);
  return [head, start, start + lead, end];
}

/** What comes before the statement in short, and after it, as in the view `document`. */
const before = Buffer.from(',"statement":');
const after = Buffer.from('}');

/** Puts the pieces together as the view `document` does. The room for it is used again. */
export function splicer(): (bytes: Buffer, place: Place) => Buffer {
  let room = Buffer.allocUnsafeSlow(64 * 1024);
  return (bytes, [head, start, join, end]) => {
    const size = end - start + head + before.length + after.length;
    if (size > room.length) room = Buffer.allocUnsafeSlow(size * 2);
    let at = bytes.copy(room, 0, start, join);
    at += before.copy(room, at);
    at += bytes.copy(room, at, 0, head);
    at += after.copy(room, at);
    bytes.copy(room, at, join, end);
    return room.subarray(0, size);
  };
}
