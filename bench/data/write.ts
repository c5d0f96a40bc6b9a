// Writes a whole set of data as NDJSON, piece by piece, so that its size does not matter.
import { closeSync, openSync, writeSync } from 'node:fs';
import { Articles, blockSize } from './articles.ts';
import { makeSetting } from './setting.ts';

/** Pieces are gathered to about so many UTF-16 units before they are written. */
const pieceSize = 1024 * 1024;

/** Writes so many statements, and all that they refer to, into a file. The same count gives the same bytes. */
export function writeData(file: string, statements: number): void {
  const descriptor = openSync(file, 'w');
  try {
    let piece = '';
    for (const lines of linesOf(statements)) {
      piece += lines;
      if (piece.length < pieceSize) continue;
      writeSync(descriptor, piece);
      piece = '';
    }
    writeSync(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}

/** The lines in groups: first what statements refer to, then block after block of statements with their sources. */
function* linesOf(statements: number): Generator<string> {
  const setting = makeSetting();
  const records = [
    ...setting.people.map((record) => ({ kind: 'person', record })),
    ...[...setting.bodies, ...setting.outlets].map((record) => ({ kind: 'organization', record })),
    ...setting.places.map((record) => ({ kind: 'place', record })),
    ...setting.topics.map((record) => ({ kind: 'topic', record })),
    ...setting.events.map((record) => ({ kind: 'event', record })),
  ];
  for (const record of records) yield `${JSON.stringify(record)}\n`;
  const articles = new Articles(setting);
  for (let block = 0; block * blockSize < statements; block += 1) {
    yield articles.block(block, Math.min(blockSize, statements - block * blockSize));
  }
}
