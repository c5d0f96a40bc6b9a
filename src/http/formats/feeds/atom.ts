// Atom (RFC 4287), for feed readers; its pages are linked as in RFC 5005, 3.
import XmlBuilder from 'fast-xml-builder';
import { z } from 'zod';
import { release } from '../../../project.ts';
import type { PageFormat } from '../format.ts';
import { type DatedEntry, type Feed, type FeedSource, feedOf, plain, urnOf } from './feed.ts';

const mediaType = 'application/atom+xml; charset=utf-8';

const builder = new XmlBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
});

/** Makes the format of a resource. */
export const atom = <Document>(source: FeedSource<Document>): PageFormat => ({
  name: 'atom',
  title: 'Atom',
  mediaType,
  description: 'Atom, for feed readers.',
  feed: true,
  heeds: ['lang'],
  schema: z.string().meta({
    description: 'RFC 4287.',
    examples: [
      '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">…',
    ],
  }),
  page: (answer) => Buffer.from(document(feedOf(source, answer))),
});

const document = (feed: Feed): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${builder.build({ feed: feedElement(feed) })}\n`;

/** RFC 4287, 4.1.1. */
const feedElement = (feed: Feed) => ({
  '@xmlns': 'http://www.w3.org/2005/Atom',
  '@xml:lang': feed.language,
  id: urnOf(feed.identity),
  title: feed.title,
  updated: feed.updated,
  author: { name: 'Summit Record', uri: feed.origin },
  generator: { '@version': release, '#text': 'Summit Record' },
  link: [
    { '@rel': 'self', '@type': 'application/atom+xml', '@href': feed.self },
    { '@rel': 'alternate', '@type': 'text/html', '@href': feed.home },
    ...(feed.next === null ? [] : [{ '@rel': 'next', '@type': 'application/atom+xml', '@href': feed.next }]),
  ],
  entry: feed.entries.map((entry) => entryElement(entry, feed)),
});

/**
 * RFC 4287, 4.1.2. The link to the page is of HTML: readers such as feedparser pass over any other, and take the id for the
 * address of the entry.
 */
const entryElement = (entry: DatedEntry, { origin }: Feed) => ({
  id: urnOf(entry.identity),
  '@xml:lang': entry.language,
  title: plain(entry.title),
  updated: entry.changed,
  published: entry.added,
  author: entry.authors.map(({ name, href }) => ({ name: plain(name), uri: origin + href })),
  category: entry.topics.map(({ id, name }) => ({
    '@term': id,
    '@scheme': `${origin}/topics`,
    '@label': plain(name),
  })),
  link: { '@rel': 'alternate', '@type': 'text/html', '@href': origin + entry.href },
  content: { '@type': 'html', '#text': entry.html },
});
