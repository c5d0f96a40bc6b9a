// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), for feed readers.
import { z } from 'zod';
import { jsonBytes, type PageFormat } from '../format.ts';
import { type DatedEntry, type FeedSource, feedOf, plain, urnOf } from './feed.ts';

const url = (description: string, example: string) => z.string().meta({ description, examples: [example] });
const authors = z
  .array(
    z.object({
      name: z
        .string()
        .meta({ description: 'Name of the person or organization.', examples: ['Vladimir Putin'] }),
      url: url('Whole URL of the person or organization.', 'http://localhost:3000/people/putin'),
    }),
  )
  .meta({ description: 'Who said it.' });

const item = z
  .object({
    id: z.string().meta({
      description: 'A URN, the same in every answer and on every host.',
      examples: ['urn:uuid:5f5b2f0e-0d3f-5d49-9d4b-3c1f6f3d1c55'],
    }),
    url: url('Whole URL of the thing.', 'http://localhost:3000/statements/x'),
    title: z.string().meta({ description: 'Who and what.', examples: ['Vladimir Putin: …'] }),
    language: z.string().meta({ description: 'Language of the title (BCP 47).', examples: ['en'] }),
    content_html: z.string().meta({
      description: 'What was said, by language, and who reports it.',
      examples: ['<p lang="en">…</p>'],
    }),
    date_published: z.iso.datetime().meta({
      description: 'When the record got it. The day on which something was said stands in the text.',
      examples: ['2025-09-01T12:00:00.000Z'],
    }),
    date_modified: z.iso.datetime().meta({
      description: 'When it last changed.',
      examples: ['2025-09-01T12:00:00.000Z'],
    }),
    authors,
    tags: z.array(z.string()).meta({ description: 'Topics.', examples: [['Atmosphere']] }),
  })
  .meta({ id: 'FeedItem', description: 'An item of a JSON Feed.' });

const feed = z
  .object({
    version: z
      .literal('https://jsonfeed.org/version/1.1')
      .meta({ description: 'The version of the format.', examples: ['https://jsonfeed.org/version/1.1'] }),
    title: z.string().meta({ description: 'Its content.', examples: ['Statements, speaker=putin'] }),
    home_page_url: url(
      'The list, which browsers get as a page.',
      'http://localhost:3000/statements?speaker=putin',
    ),
    feed_url: url('This page.', 'http://localhost:3000/statements?speaker=putin&format=jsonfeed'),
    next_url: url(
      'The next page; left out on the last one.',
      'http://localhost:3000/statements?cursor=…',
    ).optional(),
    language: z
      .string()
      .meta({ description: 'Language of the title of the feed (BCP 47).', examples: ['en'] }),
    items: z.array(item).meta({ description: 'The items of this page, in order.' }),
  })
  .meta({ id: 'Feed', description: 'A page of a JSON Feed 1.1.' });

/** Makes the format of a resource. */
export const jsonFeed = <Document>(source: FeedSource<Document>): PageFormat => ({
  name: 'jsonfeed',
  title: 'JSON Feed',
  mediaType: 'application/feed+json',
  description: 'JSON Feed 1.1, for feed readers.',
  feed: true,
  heeds: ['lang'],
  schema: feed,
  page(answer) {
    const { title, language, home, self, next, entries, origin } = feedOf(source, answer);
    const written: z.output<typeof feed> = {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      home_page_url: home,
      feed_url: self,
      ...(next === null ? {} : { next_url: next }),
      language,
      items: entries.map((entry) => itemOf(entry, origin)),
    };
    return jsonBytes(written);
  },
});

const itemOf = (entry: DatedEntry, origin: string): z.output<typeof item> => ({
  id: urnOf(entry.identity),
  url: origin + entry.href,
  title: plain(entry.title),
  language: entry.language,
  content_html: entry.html,
  date_published: entry.added,
  date_modified: entry.changed,
  authors: entry.authors.map(({ name, href }) => ({ name: plain(name), url: origin + href })),
  tags: entry.topics.map(({ name }) => plain(name)),
});
