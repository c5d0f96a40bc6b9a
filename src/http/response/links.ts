// `Link` headers (RFC 8288): the next page of a list, and the feeds that readers look for.
import type { FastifyReply } from 'fastify';
import { bare, type ListFormat } from '../formats/format.ts';
import { feedUrl, type Question } from '../request/canonical-url.ts';

/** Adds a link to those that the answer has already. */
export function addLink(reply: FastifyReply, href: string, parameters: Record<string, string>): void {
  const attributes = Object.entries(parameters).map(([name, value]) => `; ${name}="${value}"`);
  const link = `<${href}>${attributes.join('')}`;
  const others = reply.getHeader('link');
  reply.header('link', others === undefined ? link : `${others}, ${link}`);
}

/** A longer URL is not repeated for each feed: clients bound the size of all headers. */
const maxUrlLength = 1_000;

/**
 * Lets readers find the feeds of a list (RFC 4287 and JSON Feed 1.1, Discovery): those of the formats that are feeds,
 * under the filters of the question.
 */
export function linkFeeds(
  reply: FastifyReply,
  origin: string,
  question: Question,
  formats: readonly ListFormat[],
): void {
  for (const { name, mediaType, feed } of formats) {
    if (!feed) continue;
    const href = origin + feedUrl(question, name);
    if (href.length <= maxUrlLength) addLink(reply, href, { rel: 'alternate', type: bare(mediaType) });
  }
}
