// Fetches the number of each rendition's statement.
import { copyStatementNumbers } from '../statements.ts';
import type { Version } from '../version.ts';

/** In the order of the renditions, all at once. */
export async function fetchStatementNumbers({ held, reader }: Version): Promise<Uint32Array> {
  if (held.statementNumbers) return held.statementNumbers;
  const rows = await reader.copy(copyStatementNumbers);
  const bytes = Buffer.concat(rows.map(([numbers]) => numbers as Uint8Array));
  const numbers = new Uint32Array(bytes.length / Uint32Array.BYTES_PER_ELEMENT);
  new Uint8Array(numbers.buffer).set(bytes);
  held.statementNumbers = numbers;
  return numbers;
}
