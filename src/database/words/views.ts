// Numbers of several bytes out of a blob.

/** Not copied: a blob has memory of its own, where numbers of several bytes begin where their size divides the address. */
export const shorts = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint16Array =>
  new Uint16Array(buffer, byteOffset, byteLength / 2);
export const longs = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array =>
  new Uint32Array(buffer, byteOffset, byteLength / 4);
