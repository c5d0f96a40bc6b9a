// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), for feed readers.
import { z } from 'zod';
import { jsonBytes, type PageFormat } from '../format.ts';
import { type Entry, type FeedSource, feedOf, momentOf, plain } from './feed.ts';

const url = (description: string, example: string) => z.string().meta({ description, examples: [example] });
const authors = z
  .array(
    z.object({
      name: z.string().meta({ description: 'Name in English.', examples: ['Vladimir Putin'] }),
      url: url('Whole URL of the person or organization.', 'http://localhost:3000/people/putin'),
    }),
  )
  .meta({ description: 'Who said it.' });

const item = z
  .object({
    id: url('Whole URL of the thing; the same in every answer.', 'http://localhost:3000/statements/x'),
    url: url('The same.', 'http://localhost:3000/statements/x'),
    title: z.string().meta({ description: 'Who and what, in English.', examples: ['Vladimir Putin: …'] }),
    content_html: z.string().meta({
      description: 'What was said, by language, and who reports it.',
      examples: ['<p lang="en">…</p>'],
    }),
    date_published: z.iso
      .datetime()
      .optional()
      .meta({
        description: 'The day on which it was said, as its first moment; left out where no source tells.',
        examples: ['2025-08-15T00:00:00Z'],
      }),
    date_modified: z.iso.datetime().meta({
      description: 'When this version of the data was loaded.',
      examples: ['2025-09-01T12:00:00.000Z'],
    }),
    authors,
    tags: z.array(z.string()).meta({ description: 'Topics in English.', examples: [['Atmosphere']] }),
  })
  .meta({ id: 'FeedItem', description: 'An item of a JSON Feed.' });

const feed = z
  .object({
    version: z
      .literal('https://jsonfeed.org/version/1.1')
      .meta({ description: 'The version of the format.', examples: ['https://jsonfeed.org/version/1.1'] }),
    title: z.string().meta({ description: 'What it holds.', examples: ['Statements, speaker=putin'] }),
    home_page_url: url('The list as JSON.', 'http://localhost:3000/statements?speaker=putin'),
    feed_url: url('This page.', 'http://localhost:3000/statements?speaker=putin&format=jsonfeed'),
    next_url: url(
      'The next page; left out on the last one.',
      'http://localhost:3000/statements?cursor=…',
    ).optional(),
    language: z.literal('en').meta({ description: 'Language of the titles.', examples: ['en'] }),
    items: z.array(item).meta({ description: 'The items of this page, in order.' }),
  })
  .meta({ id: 'Feed', description: 'A page of a JSON Feed 1.1.' });

/** Makes the format of a resource. */
export const jsonFeed = <Document>(source: FeedSource<Document>): PageFormat => ({
  name: 'jsonfeed',
  mediaType: 'application/feed+json',
  description: 'JSON Feed 1.1, for feed readers.',
  feed: true,
  schema: feed,
  page(answer) {
    const { title, home, self, next, entries, origin, updated } = feedOf(source, answer);
    const written: z.output<typeof feed> = {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: home,
      feed_url: self,
      ...(next === null ? {} : { next_url: next }),
      language: 'en',
      items: entries.map((entry) => itemOf(entry, origin, updated)),
    };
    return jsonBytes(written);
  },
});

const itemOf = (entry: Entry, origin: string, updated: string): z.output<typeof item> => ({
  id: origin + entry.href,
  url: origin + entry.href,
  title: plain(entry.title),
  content_html: entry.html,
  ...(entry.day === null ? {} : { date_published: momentOf(entry.day) }),
  date_modified: updated,
  authors: entry.authors.map(({ name, href }) => ({ name: plain(name), url: origin + href })),
  tags: entry.topics.map(({ name }) => plain(name)),
});
