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

/** Fields of JSON that hold a path from the root of the API. */
const linkFields = [
  ...['href', 'other', 'next', 'organization', 'profile', 'changes', 'documentation', 'shortDescription'],
  ...['guide', 'example', 'hint'],
];

type Move = (text: string) => string;

/** Puts the base before each path in a text of JSON. A path that has the base already stays as it is. */
export function jsonUnder(base: string): Move {
  if (base === '') return (text) => text;
  const names = linkFields.join('|');
  const fields = `"(?:${names})":"|"type":"(?=/problems/)|"description":"(?=/openapi)`;
  const paths = new RegExp(`(${fields})/(?!/)${notYet(base)}`, 'g');
  return (text) => text.replace(paths, `$1${base}/`);
}

/**
 * Documents hold paths from the root of the API, ready as they are stored. This puts the base before each as an answer goes out,
 * and before it is cached. CSV names no fields beside its values: it moves the documents that it reads.
 */
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

/** What begins with a path in each media type. */
function rulesFor(base: string): { types: RegExp; move: Move }[] {
  const rest = notYet(base);
  const inJson = jsonUnder(base);
  const inHtml = new RegExp(`( (?:href|src|action)=")/(?!/)${rest}`, 'g');
  const inMarkdown = new RegExp(`(\\]\\()/(?!/)${rest}`, 'g');
  const put = `$1${base}/`;
  return [
    { types: /json/, move: (text) => inJson(text).replace(inMarkdown, put) },
    { types: /yaml/, move: (text) => text.replace(inMarkdown, put) },
    {
      types: /^text\/html/,
      move: (text) => text.replace(inHtml, put).replace('<html ', `<html data-base="${base}" `),
    },
  ];
}

/** Matches before what does not begin with the base, the first slash of which is read already. */
const notYet = (base: string): string => `(?!${escaped(base.slice(1))}[/?"#])`;

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
