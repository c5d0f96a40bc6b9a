// Serves the API under a path of its host (`PUBLIC_URL=https://news.example/record`): paths in responses begin with it.
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** The path of the public URL without a slash at its end; empty where the API has a host of its own. */
export const basePathOf = (publicUrl: string | undefined): string =>
  publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/$/, '');

/** The path and query below the base, for proxies that pass the whole path on. */
export function belowBase(url: string, base: string): string {
  if (base === '' || !url.startsWith(base)) return url;
  const rest = url.slice(base.length);
  if (rest === '' || rest.startsWith('?')) return `/${rest}`;
  return rest.startsWith('/') ? rest : url;
}

/** Bodies hold paths from the root of the API, ready as they are stored; this puts the base before each. */
export function answerUnder(app: FastifyInstance, base: string): void {
  if (base === '') return;
  const rules = rulesFor(base);
  app.addHook('onSend', (_request, reply, payload, done) => {
    moveHeaders(reply, base);
    const move = rules.find(({ types }) => types.test(String(reply.getHeader('content-type'))))?.move;
    const isFile = reply.hasHeader('accept-ranges') || reply.hasHeader('content-encoding'); // sent as it is
    done(null, move && !isFile ? moved(payload, move, reply) : payload);
  });
}

type Move = (text: string) => string;

/** What begins with a path in each media type. A path that has the base already stays as it is. */
function rulesFor(base: string): { types: RegExp; move: Move }[] {
  const rest = `(?!${escaped(base.slice(1))}[/?"#])`;
  const inJson = new RegExp(
    `("(?:href|other|next|organization|profile|changes|documentation|shortDescription|guide|example)":"|"type":"(?=/problems/)|"description":"(?=/openapi))/(?!/)${rest}`,
    'g',
  );
  const inHtml = new RegExp(`( (?:href|src|action)=")/(?!/)${rest}`, 'g');
  const inMarkdown = new RegExp(`(\\]\\()/(?!/)${rest}`, 'g');
  const put = `$1${base}/`;
  return [
    { types: /json/, move: (text) => text.replace(inJson, put).replace(inMarkdown, put) },
    { types: /yaml/, move: (text) => text.replace(inMarkdown, put) },
    {
      types: /^text\/html/,
      move: (text) => text.replace(inHtml, put).replace('<html ', `<html data-base="${base}" `),
    },
  ];
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function moved(payload: unknown, move: Move, reply: FastifyReply): unknown {
  if (payload instanceof Readable) return Readable.from(movedPieces(payload, move), { objectMode: false });
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload;
  const body = Buffer.from(move(String(payload)));
  if (reply.hasHeader('content-length')) reply.header('content-length', body.length);
  return body;
}

/** Lists are streamed by whole lines. */
async function* movedPieces(pieces: Readable, move: Move): AsyncGenerator<Buffer> {
  for await (const piece of pieces) yield Buffer.from(move(String(piece)));
}

function moveHeaders(reply: FastifyReply, base: string): void {
  const location = reply.getHeader('location');
  if (typeof location === 'string' && location.startsWith('/') && !location.startsWith(`${base}/`))
    reply.header('location', base + location);
}
