// Reads what COPY sends in its binary format: bytes come as they are, where `pg` would decode them as text.

/** A field: its bytes, in memory of their own so that integers are aligned in them; null where the column is. */
export type Field = Uint8Array | null;

const headerLength = 19;

/** The rows of a whole COPY. */
export function* copiedRows(bytes: Buffer): Generator<Field[]> {
  let at = headerLength;
  for (;;) {
    const fields = bytes.readInt16BE(at);
    if (fields === -1) return;
    at += 2;
    const row: Field[] = [];
    for (let field = 0; field < fields; field++) {
      const length = bytes.readInt32BE(at);
      at += 4;
      row.push(length === -1 ? null : Uint8Array.prototype.slice.call(bytes, at, at + length));
      at += Math.max(length, 0);
    }
    yield row;
  }
}

/** The integer of 32 bits in a field. */
export const integerOf = (field: Field | undefined): number =>
  field ? new DataView(field.buffer, field.byteOffset).getInt32(0) : 0;
