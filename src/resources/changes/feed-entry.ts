// A change as an entry of a feed: what happened to which document.
import { type Entry, escaped } from '../../http/formats/feeds/feed.ts';
import type { Claim } from '../claims/schema.ts';
import type { Discrepancy } from '../discrepancies/schema.ts';
import type { Passage } from '../renditions/schema.ts';
import type { Statement } from '../statements/schema.ts';
import type { Change } from './schema.ts';

/** A change with what the document is called. */
export type TitledChange = Change & { title: string };

/** Each change is an entry of its own, so that readers show it as unread. One that was removed leads to its collection. */
export function entryOf(
  { collection, href, change, version, at, title }: TitledChange,
  origin: string,
): Entry {
  const list = `<a href="${escaped(origin)}/${collection}">${collection}</a>`;
  return {
    identity: `/changes${href} ${at}`,
    href: change === 'removed' ? `/${collection}` : href,
    title: `${words[change]}: ${title}`,
    html: `<p>${words[change]} in ${list}, version ${escaped(version)} of the dataset.</p>`,
    authors: [],
    topics: [],
  };
}

const words = { added: 'Added', changed: 'Changed', removed: 'Removed' };

/** Any document, as far as its title is made of it. */
type Titled = Partial<
  Pick<Statement, 'speakers' | 'gist'> &
    Pick<Passage, 'statement'> &
    Pick<Claim, 'source'> &
    Pick<Discrepancy, 'event' | 'attribute'> & { name: Record<string, string> }
>;

/** What a document is called, in English where it can be; its id where it is gone. */
export function titleOf(body: Buffer | null, id: string): string {
  if (body === null) return id;
  const { name, gist, speakers, statement, source, event, attribute } = JSON.parse(
    body.toString('utf8'),
  ) as Titled;
  if (name) return inEnglish(name);
  if (gist) return saying({ gist, speakers: speakers ?? [] });
  if (statement && source) return `${inEnglish(source.name)} on ${saying(statement)}`;
  const about = event && `${attribute} of ${inEnglish(event.name)}`;
  return [source && inEnglish(source.name), about ?? id].filter((part) => part !== undefined).join(': ');
}

const saying = ({ speakers, gist }: Pick<Statement, 'speakers' | 'gist'>): string =>
  `${speakers.map(({ name }) => inEnglish(name)).join(', ')}: ${inEnglish(gist)}`;

const inEnglish = (texts: Record<string, string>): string => texts['en'] ?? Object.values(texts).join();
