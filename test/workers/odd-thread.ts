// A thread for tests: it answers like the real one, but dies, waits, or goes on without an end where it is told to.
import { existsSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { MessageChannel } from 'node:worker_threads';
import Piscina from 'piscina';
import { answer, handedOver } from '../../src/server/threads/answering.ts';
import {
  type Answered,
  marks,
  type Outcome,
  type Task,
  type ThreadData,
} from '../../src/server/threads/messages.ts';
import { sendPieces } from '../../src/server/threads/pieces.ts';

export const pieceSize = 64 * 1024;

let made = 0;
let stopped = 0;

const text = { 'content-type': 'text/plain' };

/** What `q` asks of it; everything else is answered from the data. */
const odd: Record<string, (task: Task) => Promise<Outcome> | Answered> = {
  die: () => process.exit(3),
  'die-begun': (task) => {
    Atomics.store(task.marks, marks.begun, 1);
    return process.exit(3);
  },
  'die-once': ({ url }) => {
    const mark = String(new URL(url, 'http://x').searchParams.get('mark'));
    if (existsSync(mark)) return { status: 200, headers: text, state: null, body: new Uint8Array() };
    writeFileSync(mark, '');
    return process.exit(3);
  },
  stale: () => {
    made += 1;
    return {
      status: 200,
      headers: { ...text, etag: '"stale"' },
      state: 'an older one',
      body: Buffer.from(String(made)),
    };
  },
  wait: async (task) => {
    Atomics.store(task.marks, marks.begun, 1);
    await new Promise((resolve) => setTimeout(resolve, 400));
    return { status: 200, headers: text, state: null, body: new Uint8Array() };
  },
  count: () => ({
    status: 200,
    headers: text,
    state: null,
    body: Buffer.from(JSON.stringify({ made, stopped })),
  }),
  endless: () => streamed(() => true),
  'die-halfway': () => streamed(() => made < 10 || process.exit(3)),
};

const answerTask = (task: Task) => answer(task, Piscina.workerData as ThreadData);

export default async function answerOddly(task: Task): Promise<Outcome> {
  if (Atomics.load(task.marks, marks.gone) !== 0) return answerTask(task);
  const asked = new URL(task.url, 'http://x').searchParams.get('q') ?? '';
  return odd[asked]?.(task) ?? answerTask(task);
}

/** Pieces for as long as the condition holds. */
function streamed(goesOn: () => boolean): Answered {
  function* pieces() {
    while (goesOn()) {
      made += 1;
      yield Buffer.alloc(pieceSize, 'x');
    }
  }
  const stream = Readable.from(pieces(), { objectMode: false, highWaterMark: pieceSize });
  const { port1, port2 } = new MessageChannel();
  sendPieces(stream, port1, () => {
    stopped += 1;
    stream.destroy();
  });
  return handedOver({ status: 200, headers: text, state: null, body: port2 }, port2);
}
