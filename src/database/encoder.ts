// Turns answers into bytes of JSON, and says where the pieces of an answer end in them.

/** Bytes, good until the next are asked for, and behind which of them each piece ends. */
export interface Encoded {
  bytes: Buffer;
  ends: readonly number[];
}

/** Makes the function that encodes an answer, or its JSON in pieces. The room for the bytes is used again. */
export function encoder(): (body: object | readonly string[]) => Encoded {
  let room = Buffer.allocUnsafeSlow(64 * 1024);
  return (body) => {
    const pieces = Array.isArray(body) ? (body as readonly string[]) : [JSON.stringify(body)];
    const most = pieces.reduce((sum, { length }) => sum + length, 0) * bytesOfUnit;
    if (most > room.length) room = Buffer.allocUnsafeSlow(most);
    let end = 0;
    const ends = pieces.map((piece) => {
      end += room.write(piece, end);
      return end;
    });
    return { bytes: room.subarray(0, end), ends };
  };
}

/** No unit of UTF-16 needs more bytes in UTF-8. */
const bytesOfUnit = 3;
