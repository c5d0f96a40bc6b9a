// Reads a blob as an array of integers of two or four bytes.

/** A view, not a copy: a blob of SQLite has memory of its own, so integers are aligned in it. */
export const uint16View = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint16Array =>
  new Uint16Array(buffer, byteOffset, byteLength / 2);
export const uint32View = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array =>
  new Uint32Array(buffer, byteOffset, byteLength / 4);
