// Reads one answer to its end and throws it away.
import { get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { BenchError } from '../error.ts';

/** Seconds and bytes of one answer. Throws a BenchError where its status is not 200 or it breaks off. */
export function readWhole(url: string): Promise<{ seconds: number; bytes: number }> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => reject(new BenchError(`${url}: ${error}`));
    get(url, (response) => {
      if (response.statusCode !== 200) fail(`status ${response.statusCode}`);
      let bytes = 0;
      response.on('data', (piece: Buffer) => {
        bytes += piece.length;
      });
      response.once('end', () => resolve({ bytes, seconds: (performance.now() - start) / 1000 }));
      response.once('error', fail);
    }).once('error', fail);
  });
}
