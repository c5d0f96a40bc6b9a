// Tells whether a JSON object names a key twice, which JSON.parse passes over in silence.

/** Counts the keys that stand in the text and those that came out of it; each text of a pair must be valid JSON. */
export function hasKeyTwice(text: string, value: object): boolean {
  return colonsOutsideStrings(text) !== keysOf(value);
}

/** In JSON a colon outside a string follows a key, always. */
function colonsOutsideStrings(text: string): number {
  let colons = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 58) colons += 1;
    else if (code === 34) at = endOfString(text, at);
  }
  return colons;
}

/** Where the string ends that begins at `start`: its closing quotation mark. The text must be valid JSON. */
export function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === 92) backslashes += 1;
  return backslashes % 2 === 1;
}

/** Walks without recursion: a line may nest deeper than the stack reaches. */
function keysOf(value: object): number {
  let keys = 0;
  const open: object[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!Array.isArray(next)) keys += Object.keys(next).length;
    for (const held of Object.values(next)) if (typeof held === 'object' && held !== null) open.push(held);
  }
  return keys;
}
