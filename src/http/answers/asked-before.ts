// Remembers, in a fixed amount of memory, what was asked lately: most questions are asked once and never again.

/** A power of two. */
const places = 65_536;

/** FNV-1a, 32 bits (RFC 9923). */
const [offsetBasis, prime] = [0x811c9dc5, 0x01000193];

/**
 * Each key has one place, which holds the hash of the last key that came there. It may forget, when another key takes
 * the place, and once in billions mistake one key for another; both only decide whether an answer is kept.
 */
export class AskedBefore {
  readonly #hashes = new Uint32Array(places);

  /** Whether the key was seen lately. From now on it was. */
  see(key: string): boolean {
    const hash = hashOf(key);
    const place = (hash ^ (hash >>> 16)) & (places - 1);
    const wasSeen = this.#hashes[place] === hash;
    this.#hashes[place] = hash;
    return wasSeen;
  }
}

function hashOf(key: string): number {
  let hash = offsetBasis;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), prime);
  return hash >>> 0;
}
