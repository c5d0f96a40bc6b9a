// Compresses each answer from the data as it goes out, and keeps it where it is likely to be asked for again.
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Answer, Answers } from './answers.ts';
import { compress } from './compression.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The state of the data that was the newest when the request came. */
    generation: number;
    /** The question that is asked, in the one spelling that stands for all; null where there is none. */
    question: string | null;
    /** The encoding that the client accepts; null where the answer is ready, or comes not from the data. */
    contentCoding: string | null;
  }
}

/** All that an answer depends on beside the data, to the letter. */
export const requestKey = (url: string, { host, accept, ...headers }: IncomingHttpHeaders): string =>
  `${url}\n${host}\n${accept}\n${headers['accept-encoding']}`;

/** Adds the hooks that compress and keep answers. The function returned counts those that are being compressed. */
export function keepAnswers(app: FastifyInstance, answers: Answers): () => number {
  let compressing = 0;
  app.decorateRequest('generation', -1);
  app.decorateRequest('question', null);
  app.decorateRequest('contentCoding', null);
  app.addHook('onRequest', (request, _reply, done) => {
    request.generation = answers.generation();
    done();
  });
  app.addHook<unknown>('onSend', (request, reply, payload, done) => {
    const { contentCoding: encoding, method, url, headers } = request;
    if (encoding === null || method !== 'GET' || reply.statusCode !== 200) return done(null, payload);
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return done(null, payload);
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    answers.made += 1;
    compressing += 1;
    compress(encoding, bytes, (compressed) => {
      compressing -= 1;
      if (compressed) reply.header('content-encoding', encoding);
      const key = requestKey(url, headers);
      const isWorthIt = compressed !== undefined || answers.isAskedAgain(request.question ?? key);
      const body = compressed ?? bytes;
      if (isWorthIt) answers.keep(answerOf(reply, body), request.generation, key, request.question);
      done(null, body);
    });
  });
  return () => compressing;
}

const ofOneRequest = new Set(['x-request-id', 'ratelimit', 'ratelimit-policy']);

function answerOf(reply: FastifyReply, body: Buffer): Answer {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (!ofOneRequest.has(name)) headers[name] = String(value);
  }
  headers['content-length'] = String(body.length);
  return { etag: String(headers['etag']), route: reply.request.routeOptions.url, headers, body };
}

/** Sends an answer that was kept for the question; from then on it is kept for the request, too. */
export function sendKept(answers: Answers, reply: FastifyReply, answer: Answer): void {
  const { request } = reply;
  request.contentCoding = null;
  answers.keep(answer, request.generation, requestKey(request.url, request.headers), null);
  reply.headers(answer.headers).send(answer.body);
}
