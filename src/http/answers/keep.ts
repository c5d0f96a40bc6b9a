// Compresses each answer from the data as it goes out, and keeps it where it is likely to be asked for again.
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Asking, Replying } from '../exchange.ts';
import type { Answer, Answers, WholeAnswer } from './answers.ts';
import { compress } from './compression.ts';

declare module 'fastify' {
  interface FastifyRequest extends Pick<Asking, 'generation' | 'question' | 'contentCoding'> {}
}

/** All that an answer depends on beside the data, to the letter. */
export const requestKey = (url: string, { host, accept, ...headers }: IncomingHttpHeaders): string =>
  `${url}\n${host}\n${accept}\n${headers['accept-encoding']}`;

/** An answer's bytes as they go out: the encoding, where they are compressed, and what keeps them, where that is worth it. */
type Finished = (body: Buffer, encoding: string | null, keep: ((answer: WholeAnswer) => void) | null) => void;

/** Makes the bytes of answers ready to go out. */
export class Finisher {
  readonly #answers: Answers;
  /** How many answers are being compressed. */
  compressing = 0;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  /** Compresses as the request allows, `done` is called at once or later. */
  finish(request: Asking, contentCoding: string, bytes: Buffer, done: Finished): void {
    const { generation, question, url, headers } = request;
    this.#answers.made += 1;
    this.compressing += 1;
    compress(contentCoding, bytes, (compressed) => {
      this.compressing -= 1;
      const key = requestKey(url, headers);
      const isWorthIt = compressed !== undefined || this.#answers.isAskedAgain(question ?? key);
      const keep = (answer: WholeAnswer): void => this.#answers.keep(answer, generation, key, question);
      done(compressed ?? bytes, compressed ? contentCoding : null, isWorthIt ? keep : null);
    });
  }

  /** Keeps that a request is told of nothing new, where it comes again: clients that have an answer go on asking so. */
  keepUnchanged({ generation, url, headers }: Asking, answerOf: () => Answer): void {
    const key = requestKey(url, headers);
    if (this.#answers.isAskedAgain(key)) this.#answers.keepUnchanged(answerOf(), generation, key);
  }
}

/** Adds the hooks that compress and keep what goes out by way of the framework. */
export function keepAnswers(app: FastifyInstance, answers: Answers, finisher: Finisher): void {
  app.decorateRequest('generation', -1);
  app.decorateRequest('question', null);
  app.decorateRequest('contentCoding', null);
  app.addHook('onRequest', (request, _reply, done) => {
    request.generation = answers.generation();
    done();
  });
  app.addHook<unknown>('onSend', (request, reply, payload, done) => {
    const { contentCoding, method } = request;
    if (contentCoding === null || method !== 'GET' || reply.statusCode !== 200) return done(null, payload);
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return done(null, payload);
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    finisher.finish(request, contentCoding, bytes, (body, encoding, keep) => {
      if (encoding !== null) reply.header('content-encoding', encoding);
      keep?.(answerOf(reply, body));
      done(null, body);
    });
  });
}

const ofOneRequest = new Set(['x-request-id', 'ratelimit', 'ratelimit-policy']);

function answerOf(reply: FastifyReply, body: Buffer): WholeAnswer {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (!ofOneRequest.has(name)) headers[name] = String(value);
  }
  headers['content-length'] = String(body.length);
  return { etag: String(headers['etag']), route: reply.request.routeOptions.url, headers, body };
}

/** Sends an answer that was kept for the question; from then on it is kept for the request, too. */
export function sendKept(answers: Answers, request: Asking, reply: Replying, answer: WholeAnswer): void {
  request.contentCoding = null;
  answers.keep(answer, request.generation, requestKey(request.url, request.headers), null);
  reply.headers(answer.headers);
  reply.send(answer.body);
}
