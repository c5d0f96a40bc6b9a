// Keeps answers as the bytes that were sent, for as long as the data that they come from is the newest.
import { LRUCache } from 'lru-cache';
import { AskedBefore } from './asked-before.ts';

/** An answer with status 200, ready to be sent again; or that there is nothing new, to whoever has it already. */
export interface Answer {
  etag: string;
  /** Pattern of the route that it is from. */
  route: string | undefined;
  /** All headers but those that belong to one request; names are in lower case. */
  headers: Record<string, string>;
  /** Encoded as `content-encoding` says; null where only word that nothing is new was sent. */
  body: Buffer | null;
}

/** One whose bytes are there. */
export type WholeAnswer = Answer & { body: Buffer };

/** What the answers to one state of the data may take, in bytes: once by request, and once by question. */
const room = 24 * 1024 * 1024;

/** A larger answer is not kept: it would push out many. */
const largest = 1024 * 1024;

/** What an answer takes beside its body and its key, roughly. */
const overhead = 2_000;

/**
 * Answers by request, to the letter, and by question: however that is spelled. `generation` counts the states of the
 * data; nothing that was kept in one is found in the next.
 */
export class Answers {
  readonly #generation: () => number;
  readonly #byRequest: LRUCache<string, Answer>;
  readonly #byQuestion: LRUCache<string, WholeAnswer>;
  readonly #asked = new AskedBefore();
  #kept = -1;
  /** How many were found, and how many were made anew. */
  readonly found = { byRequest: 0, byQuestion: 0 };
  made = 0;

  constructor(generation: () => number, maxSize = room) {
    this.#generation = generation;
    this.#byRequest = new LRUCache({ maxSize });
    this.#byQuestion = new LRUCache({ maxSize });
  }

  /** The answer to a request that is the same to the letter; undefined where none is kept. */
  toRequest(key: string): Answer | undefined {
    this.generation();
    const answer = this.#byRequest.get(key);
    if (answer !== undefined) this.found.byRequest += 1;
    return answer;
  }

  /** The answer to a question, however it was spelled; undefined where none is kept. */
  toQuestion(key: string): WholeAnswer | undefined {
    this.generation();
    const answer = this.#byQuestion.get(key);
    if (answer !== undefined) this.found.byQuestion += 1;
    return answer;
  }

  /** The state of the data that is the newest now. What was kept of others is forgotten. */
  generation(): number {
    const now = this.#generation();
    if (now !== this.#kept) {
      this.#byRequest.clear();
      this.#byQuestion.clear();
      this.#kept = now;
    }
    return now;
  }

  /** How many are kept, by what they are found. */
  get entries() {
    this.generation();
    return { request: this.#byRequest.size, question: this.#byQuestion.size };
  }

  /** What they take, in bytes; one that is kept by both takes it once. */
  get bytes() {
    this.generation();
    return { request: this.#byRequest.calculatedSize, question: this.#byQuestion.calculatedSize };
  }

  /** Whether the same was asked before, lately: only then is an answer that costs little worth being kept. */
  isAskedAgain(key: string): boolean {
    return this.#asked.see(key);
  }

  /** Keeps an answer that was made from the state of the data with this number, unless there is a newer one. */
  keep(answer: WholeAnswer, generation: number, request: string, question: string | null): void {
    if (answer.body.length > largest || generation !== this.generation()) return;
    this.#byRequest.set(request, answer, { size: sizeOf(answer, request) });
    if (question !== null) this.#byQuestion.set(question, answer, { size: sizeOf(answer, question) });
  }

  /** Keeps for a request that nothing is new, unless all of the answer is there. */
  keepUnchanged(answer: Answer, generation: number, request: string): void {
    if (generation !== this.generation() || this.#byRequest.has(request)) return;
    this.#byRequest.set(request, answer, { size: sizeOf(answer, request) });
  }
}

const sizeOf = ({ body }: Answer, key: string): number => (body?.length ?? 0) + 2 * key.length + overhead;
