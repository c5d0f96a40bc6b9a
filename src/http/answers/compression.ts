// Compresses answers as the client accepts it (RFC 9110, 12.5.3), beside the main thread.
import type { IncomingHttpHeaders } from 'node:http';
import zlib from 'node:zlib';
import { acceptedEncodings } from '../negotiation.ts';

type Compress = (bytes: Buffer, done: (error: Error | null, compressed?: Buffer) => void) => void;

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = zlib.constants;

/** From 4 on, Brotli takes much longer for little less. */
const brotliQuality = 4;

const brotli: Compress = (bytes, done) =>
  zlib.brotliCompress(
    bytes,
    { params: { [BROTLI_PARAM_QUALITY]: brotliQuality, [BROTLI_PARAM_SIZE_HINT]: bytes.length } },
    done,
  );

/** What Node can do, best first; Zstandard came with Node 22.15. */
const known: readonly (readonly [name: string, compress: Compress | undefined])[] = [
  ['br', brotli],
  ['zstd', (zlib as { zstdCompress?: Compress }).zstdCompress],
  ['gzip', zlib.gzip],
];

const encoders = new Map(known.filter((each): each is readonly [string, Compress] => each[1] !== undefined));

/** Less than this fits into a packet anyway. */
const smallest = 1_000;

/** The encoding in which the answer to a request goes out. */
export function encodingOf({ 'accept-encoding': header }: IncomingHttpHeaders): string {
  if (header === undefined) return 'identity';
  const accepted = acceptedEncodings(String(header));
  return [...encoders.keys()].find((name) => accepted.includes(name)) ?? 'identity';
}

/** Compresses where that is worth it and succeeds; gives nothing otherwise, and the answer goes out as it is. */
export function compress(
  encoding: string,
  bytes: Buffer,
  done: (compressed: Buffer | undefined) => void,
): void {
  const encoder = encoders.get(encoding);
  if (encoder === undefined || bytes.length < smallest) done(undefined);
  else encoder(bytes, (_error, compressed) => done(compressed));
}
