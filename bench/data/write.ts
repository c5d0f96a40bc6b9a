// Writes generated records as NDJSON in pieces, so that memory does not limit their number.
import { closeSync, openSync, writeSync } from 'node:fs';
import { Articles, blockSize } from './articles.ts';
import { makeSetting } from './setting.ts';

/** The size of a written piece, roughly, in UTF-16 units. */
const pieceSize = 1024 * 1024;

/** Writes this many statements, and all that they refer to, into a file. The same count gives the same bytes. */
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

/** The lines in groups: first the records that statements refer to, then blocks of statements with their sources. */
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
