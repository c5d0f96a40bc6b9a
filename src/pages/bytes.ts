// Encodes a page.

/** Where pages are encoded, one after another, in bytes: larger ones are rare. */
const place = Buffer.allocUnsafeSlow(1024 * 1024);

/** The longest encoding of a UTF-16 code unit, in bytes. */
const mostBytes = 3;

/** A text in UTF-8. `Buffer.from` goes through it once more, to learn how long it will be. */
export function bytesOf(text: string): Buffer {
  if (text.length * mostBytes > place.length) return Buffer.from(text);
  return Buffer.from(place.subarray(0, place.write(text)));
}
