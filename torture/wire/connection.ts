// A connection that sends requests as the bytes that they are, and says how far each came where no answer did.
import type { Buffer } from 'node:buffer';
import { connect, type Socket } from 'node:net';
import { type Answer, AnswerReader } from './answer-reader.ts';

/** How far a request came that has no whole answer. */
export type Stage = 'not connected' | 'not answered' | 'cut off' | 'waited in vain';

/** Says that a request has no whole answer, and how far it came. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
  readonly stage: Stage;

  constructor(stage: Stage, cause?: unknown) {
    super(`${stage}${cause instanceof Error ? ` (${cause.message})` : ''}`);
    this.stage = stage;
  }
}

export interface ConnectionOptions {
  /** Whether answers come with their bodies; unless told, they do. */
  keepsBodies?: boolean;
  /** How long an answer is waited for, in milliseconds. */
  patience?: number;
}

interface Waiting {
  isHead: boolean;
  resolve: (answer: Answer) => void;
  reject: (error: NoAnswer) => void;
}

/** One connection to a server on the loopback address. One request at a time. */
export class Connection {
  readonly #socket: Socket;
  readonly #reader: AnswerReader;
  #waiting: Waiting | null = null;
  #isOpen = false;
  #left = Number.POSITIVE_INFINITY;
  #isOver = false;
  /** How many answers came. */
  answered = 0;

  constructor(port: number, { keepsBodies = true, patience = 30_000 }: ConnectionOptions = {}) {
    this.#reader = new AnswerReader(keepsBodies);
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.setTimeout(patience, () => this.#fail('waited in vain'));
    this.#socket.once('connect', () => {
      this.#isOpen = true;
    });
    this.#socket.on('data', (piece: Buffer) => this.#receive(piece));
    this.#socket.on('error', (error) => this.#fail(this.#stage(), error));
    this.#socket.on('close', () => this.#close());
  }

  /** Whether it can take another request. */
  get isFree(): boolean {
    return !this.#isOver && this.#waiting === null;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Sends a request and gives the answer once it is whole. Throws a NoAnswer where none comes. */
  ask(request: Buffer | string, isHead = false): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#isOver) return reject(new NoAnswer('not connected'));
      this.#waiting = { isHead, resolve, reject };
      this.#socket.write(request);
    });
  }

  /** Reads no further after so many bytes, until told to. */
  pauseAfter(bytes: number): void {
    this.#left = bytes;
  }

  resume(): void {
    this.#left = Number.POSITIVE_INFINITY;
    this.#socket.resume();
  }

  end(): void {
    this.#isOver = true;
    this.#socket.destroy();
  }

  #receive(piece: Buffer): void {
    this.#left -= piece.length;
    if (this.#left <= 0) this.#socket.pause();
    try {
      const answer = this.#reader.push(piece, this.#waiting?.isHead ?? false);
      if (answer) this.#give(answer);
    } catch (error) {
      this.#fail('cut off', error);
    }
  }

  #give(answer: Answer): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    this.answered += 1;
    if (answer.isLast) this.end();
    waiting?.resolve(answer);
  }

  #stage(): Stage {
    if (!this.#isOpen) return 'not connected';
    return this.#reader.hasBegun ? 'cut off' : 'not answered';
  }

  #close(): void {
    const answer = this.#waiting && this.#reader.finish();
    if (answer) this.#give({ ...answer, isLast: true });
    else this.#fail(this.#stage());
  }

  #fail(stage: Stage, cause?: unknown): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    this.end();
    waiting?.reject(new NoAnswer(stage, cause));
  }
}
