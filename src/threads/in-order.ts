// Has work done in threads, so many pieces at a time, and gives what comes of them in the order of the pieces.
import { Piscina } from 'piscina';
import { DatabaseError } from '../database/errors.ts';

/** So many pieces are with each thread, so that none waits for the next; bounds what is held. */
const aheadOfEach = 2;

/** JavaScript's memory in a thread, in MiB: what lives long, and what is thrown away soon. */
const heap = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

export interface Crew {
  /** The program of a thread; its default export does one piece of work. */
  script: string;
  threads: number;
  /** What each thread begins with. */
  data?: unknown;
}

/**
 * Gives what comes of each piece. Pieces are read as there is room for them. Throws what the reading of them throws, and a
 * DatabaseError where a thread cannot go on; then, and when nobody wants more, the threads end.
 */
export async function* inOrder<Piece, Result>(
  { script, threads, data }: Crew,
  pieces: Iterable<Piece>,
): AsyncGenerator<Result> {
  const pool = new Piscina<Piece, Result>({
    filename: script,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: aheadOfEach,
    resourceLimits: heap,
    workerData: data,
  });
  // Each piece is told of its own trouble; what is left is a thread without a piece, and results that nobody wants any more.
  pool.on('error', () => undefined);
  const awaited: Promise<Result>[] = [];
  try {
    for (const piece of pieces) {
      const result = pool.run(piece).catch(rethrow);
      result.catch(() => undefined); // told where it is awaited
      awaited.push(result);
      if (awaited.length === threads * aheadOfEach) yield await (awaited.shift() as Promise<Result>);
    }
    for (const result of awaited) yield await result;
  } finally {
    await pool.destroy();
  }
}

function rethrow(error: unknown): never {
  throw new DatabaseError(`a thread that the work was shared with has ended: ${error}`, { cause: error });
}
