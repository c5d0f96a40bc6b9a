// What a feed is, whichever way it is written: entries with a title, texts as HTML, authors and topics.
import { createHash } from 'node:crypto';
import { type Texts, textIn } from '../../../records/texts.ts';
import type { DocumentDates } from '../../../store/changes.ts';
import { type PageAnswer, presentation } from '../format.ts';

/** One entry of a feed. */
export interface Entry {
  /** What tells the entry from all others, for ever. */
  identity: string;
  /** Path of the thing, from the root of the host. */
  href: string;
  title: string;
  /** The language of the title, BCP 47. */
  language: string;
  html: string;
  authors: Link[];
  topics: Link[];
}

/** An entry with the moments at which the record got it and at which it last changed, ISO 8601, UTC. */
export type DatedEntry = Entry & DocumentDates;

/** Something with a name and a path that leads to it. */
export interface Link {
  id: string;
  name: string;
  href: string;
}

/** What a resource says of its feed. */
export interface FeedSource<Document> {
  title: Texts;
  /** `languages` are those that the client wants, best first. */
  entryOf(document: Document, origin: string, languages: readonly string[]): Entry;
}

/** One page of a feed, ready to be written. */
export interface Feed {
  title: string;
  /** The language of the title, BCP 47. */
  language: string;
  /** Whole URL of the list, which browsers get as a page; of this page of the feed, and of the next one. */
  home: string;
  self: string;
  next: string | null;
  /** Path with all that tells this feed from others, and nothing else. */
  identity: string;
  origin: string;
  /** When the newest of its changes was made. */
  updated: string;
  entries: DatedEntry[];
}

/** Makes a page of a feed from a page of a list. */
export function feedOf<Document>(source: FeedSource<Document>, answer: PageAnswer): Feed {
  const { bodies, self, next, origin, updated, languages, dates = [] } = answer;
  const home = new URL(self);
  for (const name of presentation) home.searchParams.delete(name);
  const filters = [...home.searchParams].map(([name, value]) => `${name}=${value}`);
  const entries = bodies.map((body, at) => ({
    ...source.entryOf(JSON.parse(body.toString('utf8')) as Document, origin, languages),
    ...(dates[at] ?? { added: updated, changed: updated }),
  }));
  const title = textIn(source.title, languages);
  return {
    title: plain([title.text, ...filters].join(', ')),
    language: title.language,
    home: home.href,
    self: new URL(self).href,
    next,
    identity: `${self.slice(origin.length).split('?', 1)}?${filters.sort().join('&')}`,
    origin,
    updated:
      entries
        .map(({ changed }) => changed)
        .sort()
        .at(-1) ?? updated,
    entries,
  };
}

/**
 * A text without what XML 1.0 (2.2) forbids or discourages, and without the controls that would turn the direction
 * of whatever a reader shows beside it (UTR 20, 3.1 and 3.3: markup does that).
 */
export const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\x20-\x7E\u00A0-\uD7FF\uE000-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/g, '');

/** The same, for the inside of an HTML element or of an attribute in double quotes. */
export const escaped = (text: string): string =>
  plain(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Names the ids of this API apart from all others in the world; drawn once at random. */
const namespace = Buffer.from('5e0f3a8c1d5b4c0e9a3de7b21c6f4a90', 'hex');

/**
 * A URN for a path, the same on every host and for ever, as RFC 4287 (4.2.6) asks of an id that outlives a move: a
 * UUID made from a name (RFC 9562, 5.5).
 */
export function urnOf(path: string): string {
  const hash = createHash('sha1').update(namespace).update(path).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return `urn:uuid:${hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
