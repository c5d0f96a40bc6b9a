/**
 * Text as its bytes: a string with one character for each byte of the text in UTF-8. The signs of JSON and CSV are the same in
 * it, so rows can be cut out of JSON that was never decoded.
 */

/** The bytes themselves. An escape in JSON can stand for half of a character; that becomes U+FFFD, as it does in UTF-8. */
export const bufferOf = (bytes: string): Buffer =>
  NO_BYTE.test(bytes) ? Buffer.from(bytes.replace(BYTES, decode)) : Buffer.from(bytes, 'latin1');

const NO_BYTE = /[^\0-\xff]/;
const BYTES = /[\0-\xff]+/g;

const decode = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');
