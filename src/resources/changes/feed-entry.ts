// A change as an entry of a feed: what happened to which document.
import { type Entry, escaped } from '../../http/formats/feeds/feed.ts';
import { type Text, type Texts, textIn } from '../../records/texts.ts';
import type { Claim } from '../claims/schema.ts';
import type { Discrepancy } from '../discrepancies/schema.ts';
import type { Passage } from '../renditions/schema.ts';
import type { Statement } from '../statements/schema.ts';
import type { Change } from './schema.ts';

/** A change with what the document is called. */
export type TitledChange = Change & { title: Text };

/** Each change is an entry of its own, so that readers show it as unread. One that was removed leads to its collection. */
export function entryOf(
  { collection, href, change, version, at, title }: TitledChange,
  origin: string,
  languages: readonly string[],
): Entry {
  const own = title.language === 'ar' || languages[0] === 'ar' ? 'ar' : 'en';
  const said = words[own];
  const list = `<a href="${escaped(origin)}/${collection}">${collection}</a>`;
  return {
    identity: `/changes${href} ${at}`,
    href: change === 'removed' ? `/${collection}` : href,
    title: `${said[change]}: ${title.text}`,
    language: title.language,
    html: `<p lang="${own}" dir="auto">${said[change]}: ${list}, ${said.version} ${escaped(version)}.</p>`,
    authors: [],
    topics: [],
  };
}

const words = {
  en: { added: 'Added', changed: 'Changed', removed: 'Removed', version: 'version of the dataset' },
  ar: { added: 'أُضيف', changed: 'تغير', removed: 'أُزيل', version: 'إصدار البيانات' },
};

/** Any document, as far as its title is made of it. */
type Titled = Partial<
  Pick<Statement, 'speakers' | 'gist'> &
    Pick<Passage, 'statement'> &
    Pick<Claim, 'source'> &
    Pick<Discrepancy, 'event' | 'attribute'> & { name: Record<string, string> }
>;

/** What a document is called, in the first of the languages that there is; its id where it is gone. */
export function titleOf(body: Buffer | null, id: string, languages: readonly string[]): Text {
  const own = { language: 'en', text: id };
  if (body === null) return own;
  const { name, gist, speakers, statement, source, event, attribute } = JSON.parse(
    body.toString('utf8'),
  ) as Titled;
  const main = name ?? gist ?? statement?.gist ?? event?.name;
  if (main === undefined) return own;
  const { language, text } = textIn(main, languages);
  const alike = (texts: Texts): string => textIn(texts, [language, ...languages]).text;
  const said = (by: Statement['speakers']): string => by.map((each) => alike(each.name)).join(', ');
  if (name) return { language, text };
  if (gist) return { language, text: `${said(speakers ?? [])}: ${text}` };
  const place = source && alike(source.name);
  if (statement) return { language, text: `${place}, ${said(statement.speakers)}: ${text}` };
  return { language, text: [place, attribute, text].filter((part) => part !== undefined).join(': ') };
}
