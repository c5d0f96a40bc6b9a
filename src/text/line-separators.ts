// Escapes the characters in JSON that some readers of NDJSON take for line breaks although they are none.

/** U+2028, U+2029 and NEL. JSON may hold them as they are in a string, and nowhere else. */
const separators = /[\u2028\u2029\u0085]/g;

const escapes = new Map([
  ['\u2028', '\\u2028'],
  ['\u2029', '\\u2029'],
  ['\u0085', '\\u0085'],
]);

const asBytes = [...escapes.keys()].map((each) => Buffer.from(each));

/** JSON of the same value on one line, whatever a reader takes for a line break. */
export const onOneLine = (json: string): string =>
  json.replace(separators, (each) => escapes.get(each) ?? each);

/** The same for bytes; those that need no change come back as they are. */
export const bytesOnOneLine = (json: Buffer): Buffer =>
  asBytes.some((each) => json.includes(each)) ? Buffer.from(onOneLine(json.toString('utf8'))) : json;
