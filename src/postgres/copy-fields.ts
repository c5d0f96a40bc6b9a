// Reads what COPY sends in its binary format: bytes come as they are, where `pg` would decode them as text.

/** A field: its bytes; null where the column is. */
export type Field = Uint8Array | null;

const headerLength = 19;

/** The rows of a whole COPY, each field in memory of its own, so that integers are aligned in it. */
export const copiedRows = (bytes: Buffer): Generator<Field[]> =>
  rowsOf(bytes, (from, to) => Uint8Array.prototype.slice.call(bytes, from, to));

/** The same with fields that are views of the bytes, for text. */
export const viewedRows = (bytes: Buffer): Generator<(Buffer | null)[]> =>
  rowsOf(bytes, (from, to) => bytes.subarray(from, to));

function* rowsOf<F>(bytes: Buffer, take: (from: number, to: number) => F): Generator<(F | null)[]> {
  let at = headerLength;
  for (;;) {
    const fields = bytes.readInt16BE(at);
    if (fields === -1) return;
    at += 2;
    const row: (F | null)[] = [];
    for (let field = 0; field < fields; field++) {
      const length = bytes.readInt32BE(at);
      at += 4;
      row.push(length === -1 ? null : take(at, at + length));
      at += Math.max(length, 0);
    }
    yield row;
  }
}

/** The integer of 32 bits in a field. */
export const integerOf = (field: Field | undefined): number =>
  field ? new DataView(field.buffer, field.byteOffset).getInt32(0) : 0;
