// A statement as an entry of a feed: who said what, and how each source reports it.
import { type Entry, escaped, type Link } from '../../http/formats/feeds/feed.ts';
import { type Precision, precisionOf } from '../../records/dates.ts';
import { directionOf } from '../../records/languages.ts';
import type { Reference } from '../../records/references.ts';
import { textIn } from '../../records/texts.ts';
import type { Rendition, Statement } from './schema.ts';

/** The entry. Its text is HTML in which each part names its language and finds its own direction. */
export function entryOf(statement: Statement, origin: string, languages: readonly string[]): Entry {
  const { href, speakers, gist, topics, saidOn, renditions } = statement;
  const texts = Object.entries(gist).map(
    ([language, text]) => `<p lang="${escaped(language)}" dir="auto">${escaped(text)}</p>`,
  );
  const title = textIn(gist, languages);
  const nameOf = ({ name }: Reference): string => textIn(name, [title.language, ...languages]).text;
  const linkOf = (to: Reference): Link => ({ id: to.id, name: nameOf(to), href: to.href });
  const own = languages.find((each) => each === 'en' || each === 'ar') ?? 'en';
  const said = words[title.language as keyof typeof words] ?? words[own];
  const reports = renditions.map((rendition) => reportOf(rendition, origin, nameOf, said));
  return {
    identity: href,
    href,
    title: `${speakers.map(nameOf).join(', ')}: ${title.text}`,
    language: title.language,
    html: `${texts.join('')}<div lang="${said.language}" dir="${directionOf(said.language)}">${timeOf(saidOn, said)}<ul>${reports.join('')}</ul></div>`,
    authors: speakers.map(linkOf),
    topics: topics.map(linkOf),
  };
}

/** What the entry says beside the record's own texts. */
interface Words {
  language: string;
  comma: string;
  via: string;
  said: Readonly<Record<Precision, string>>;
  modes: Readonly<Record<Rendition['mode'], string>>;
}

const words: Readonly<Record<'en' | 'ar', Words>> = {
  en: {
    language: 'en',
    comma: ', ',
    via: 'via',
    said: { year: 'Said in', month: 'Said in', day: 'Said on', moment: 'Said at' },
    modes: { direct: 'direct', mixed: 'mixed', indirect: 'indirect' },
  },
  ar: {
    language: 'ar',
    comma: '، ',
    via: 'عبر',
    said: { year: 'قيل في', month: 'قيل في', day: 'قيل في', moment: 'قيل في' },
    modes: { direct: 'مباشر', mixed: 'مقتبس جزئيا', indirect: 'غير مباشر' },
  },
};

/** When it was said: not as a moment, which feeds would ask for, but as far as it is known. */
const timeOf = (saidOn: string | null, { said }: Words): string =>
  saidOn === null
    ? ''
    : `<p>${said[precisionOf(saidOn)]} <time datetime="${escaped(saidOn)}">${escaped(saidOn)}</time></p>`;

/** A line for a rendition: its source, who published it or is credited in it, its mode, and the words it quotes. */
function reportOf(
  { source, via, mode, quotes, language, href }: Rendition,
  origin: string,
  nameOf: (reference: Reference) => string,
  said: Words,
): string {
  const outlets = [source.outlet && nameOf(source.outlet), via && `${said.via} ${nameOf(via)}`].filter(
    (name) => name !== null,
  );
  const link = `<a href="${escaped(origin + href)}">${escaped(nameOf(source))}</a>`;
  const words = quotes.map(
    ({ text }) => `<blockquote lang="${escaped(language)}" dir="auto">${escaped(text)}</blockquote>`,
  );
  return `<li>${[link, ...outlets.map(escaped), said.modes[mode]].join(said.comma)}${words.join('')}</li>`;
}
