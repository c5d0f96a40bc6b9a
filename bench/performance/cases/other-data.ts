// Writes all statements as one JSON file that json-server reads.
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/** Takes the statements from our server; it cannot filter by what lies in a list, so `speaker` is put beside. */
export async function writeAllStatements(origin: string, file: string): Promise<void> {
  const { body } = await fetch(`${origin}/statements?format=ndjson`);
  const lines = createInterface({ input: Readable.fromWeb(body as ReadableStream) });
  await pipeline(Readable.from(entriesOf(lines)), createWriteStream(file));
}

async function* entriesOf(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let before = '{"statements":[';
  for await (const line of lines) {
    const statement = JSON.parse(line) as { speakers: { id: string }[] };
    yield `${before}\n${JSON.stringify({ speaker: statement.speakers[0]?.id, ...statement })}`;
    before = ',';
  }
  yield ']}';
}
