// Reads a file of text as a stream, and says where it is no UTF-8.
import { createReadStream } from 'node:fs';
import { Unreadable } from '../importing.ts';

/** Yields the text in pieces, without a byte order mark. Throws Unreadable with this way out, and what the file system throws. */
export async function* textsOf(file: string, wayOut: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      const text = decoder.decode(chunk, { stream: true });
      line += text.split('\n').length - 1;
      yield text;
    }
    decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Unreadable(line, 1, `is not UTF-8; ${wayOut}`);
  }
}
