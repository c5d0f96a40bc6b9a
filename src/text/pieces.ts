// Cuts text at its spaces, and caches the words of each piece: most pieces of a text were met before in other texts.
import { type Word, words } from './words.ts';

/** A run of text between spaces. */
export interface Piece {
  /** UTF-16 units. */
  length: number;
  /** Its words; `start` and `end` count from the beginning of the piece. */
  words: readonly Word[];
}

/** Bounds the cache to about 33 MB. It is cleared when it is full. */
const maxCached = 100_000;
/** UTF-16 units. Hardly any word is longer; text without spaces must not fill the cache. */
const maxCachedLength = 40;
const cache = new Map<string, Piece>();

/** The pieces of a text. A single space lies between any two; no word reaches across one. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0, end = 0; start <= text.length; start = end + 1) {
    end = text.indexOf(' ', start);
    if (end === -1) end = text.length;
    pieces.push(pieceOf(text.slice(start, end)));
  }
  return pieces;
}

function pieceOf(text: string): Piece {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const piece = { length: text.length, words: words(text) };
  if (text.length <= maxCachedLength) {
    if (cache.size >= maxCached) cache.clear();
    cache.set(copyOf(text), piece);
  }
  return piece;
}

/** A copy in memory of its own: a slice of a long string keeps all of it in memory. */
export const copyOf = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le');
