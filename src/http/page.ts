// Sends one page of a list in whichever format was chosen, with the link to the next.
import type { Page } from '../database/plan.ts';
import { type Context, datasetOf, originOf, urlWithCursor } from './context.ts';
import { writeCursor } from './cursor.ts';
import type { Asking, Replying } from './exchange.ts';
import type { ListFormat, PageAnswer } from './formats/format.ts';
import { addLink } from './links.ts';
import { type Question, urlOf } from './question.ts';

/** A page as it was found, the list that its cursors belong to, and what stands beside it in the envelope. */
export interface FoundPage extends Omit<Page, 'numbers'> {
  bodies: Buffer[];
  join?: PageAnswer['join'];
  limit: number;
  identity: string;
  beside?: Record<string, unknown>;
  /** What was asked, where it has one spelling that stands for all. */
  question?: Question;
}

/** Sends the page; `next` stands in the envelope where the format has one, and in a `Link` header in any case. */
export function sendFound(
  context: Context,
  request: Asking,
  reply: Replying,
  format: ListFormat,
  { bodies, join, total, limit, next: position, identity, beside = {}, question }: FoundPage,
): void {
  const origin = originOf(context, request);
  const cursor = position && writeCursor(identity, position);
  const urlAt = (at: string): string =>
    question ? origin + urlOf(question, at) : urlWithCursor(origin, request, at);
  const next = cursor && urlAt(cursor);
  if (next !== null) addLink(reply, next, { rel: 'next' });
  if ('page' in format) {
    const updated = datasetOf(context.store).ingestedAt;
    reply.send(
      format.page({
        bodies,
        join,
        total,
        limit,
        next,
        origin,
        self: origin + (question ? urlOf(question) : request.url),
        updated,
        beside,
      }),
    );
    return;
  }
  const query = request.query as Record<string, unknown>;
  const pieces = [...format.stream(bodies, { origin, query })];
  reply.send(Buffer.concat(pieces.map((piece) => Buffer.from(piece))));
}
