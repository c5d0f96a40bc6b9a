// Knows what the columns of a CSV of quotations mean: by our own names for them, by common ones, or as the command maps them.
import { didYouMean } from '../../../ingest/did-you-mean.ts';

/** Things that a statement or its report refers to. */
const referring = [
  'speakers',
  'event',
  'place',
  'addressees',
  'topics',
  'mentions',
  'renditions.source',
  'renditions.source.outlet',
  'renditions.via',
] as const;

/** What a column holds: a field, and of a reference or a text by language also which part of it. */
export interface Column {
  field: string;
  /** `id`, `kind`, `name`; a language where it has one of its own. */
  part: string | null;
  language: string | null;
}

const plainFields = new Set([
  'id',
  'saidOn',
  'renditions.id',
  'renditions.mode',
  'renditions.cue.text',
  'renditions.cue.lemma',
  'renditions.quotes.text',
  'renditions.quotes.start',
  'renditions.quotes.end',
  'renditions.excerpt.text',
  'renditions.excerpt.start',
  'renditions.excerpt.end',
  'renditions.language',
  'renditions.paragraph',
  'renditions.start',
  'renditions.end',
  'renditions.note',
  'renditions.source.url',
  'renditions.source.publishedOn',
]);

/** Columns that say nothing which is not in others: they are passed over. */
const derived = /(?:^|\.)(?:href|link|kind|reported\.\w+|comparison\..*|proof|country)$/;

/** What people call the fields; letters only, in lower case. */
const commonNames = new Map([
  ...entries('speakers', 'speaker', 'speakers', 'author', 'person', 'who', 'name', 'said by', 'speaker name'),
  ...entries('renditions.quotes.text', 'quote', 'quotes', 'quotation', 'text', 'words', 'quote text'),
  ...entries('gist', 'gist', 'summary', 'paraphrase', 'statement', 'claim'),
  ...entries('saidOn', 'date', 'said on', 'when', 'date said', 'day'),
  ...entries('event', 'event', 'occasion', 'context'),
  ...entries('place', 'place', 'location', 'where'),
  ...entries('addressees', 'addressee', 'addressees', 'audience', 'to'),
  ...entries('topics', 'topic', 'topics', 'tag', 'tags', 'subject', 'category'),
  ...entries('mentions', 'mention', 'mentions'),
  ...entries('renditions.source', 'source', 'article', 'headline', 'title', 'citation'),
  ...entries('renditions.source.url', 'url', 'link', 'source url', 'address'),
  ...entries('renditions.source.publishedOn', 'published', 'published on', 'publication date'),
  ...entries('renditions.source.outlet', 'outlet', 'publisher', 'newspaper', 'medium', 'media'),
  ...entries('renditions.via', 'via', 'agency', 'credit'),
  ...entries('renditions.mode', 'mode'),
  ...entries('renditions.cue.text', 'cue', 'verb'),
  ...entries('renditions.language', 'language', 'lang'),
  ...entries('renditions.note', 'note', 'notes', 'remark', 'comment'),
]);

function entries(field: string, ...names: string[]): [string, string][] {
  return names.map((name) => [lettersOf(name), field]);
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

/** The meaning of one name; null for what is passed over, a message where it has none. */
export function columnNamed(written: string, isOfRenditions: boolean): Column | null | { message: string } {
  const name = isOfRenditions ? asStatementPath(written) : written;
  const [, text, language] = /^(gist|renditions\.note)\.([\w-]+)$/.exec(name) ?? [];
  if (text !== undefined && language !== undefined) return { field: text, part: null, language };
  if (plainFields.has(name)) return { field: name, part: null, language: null };
  for (const field of referring) {
    if (name === `${field}.id` || name === `${field}.kind`) {
      return { field, part: name.slice(field.length + 1), language: null };
    }
    const inLanguage = name.startsWith(`${field}.name.`) ? name.slice(field.length + 6) : null;
    if (inLanguage !== null) return { field, part: 'name', language: inLanguage };
  }
  const common = commonNames.get(lettersOf(name));
  if (common !== undefined) {
    const isReference = (referring as readonly string[]).includes(common);
    return { field: common, part: isReference ? 'name' : null, language: null };
  }
  if (derived.test(name)) return null;
  return { message: `no field is called so${didYouMean(written, commonNames.keys())}` };
}

/** A column of the table of renditions, as the table of statements calls it. */
const asStatementPath = (name: string): string =>
  name.startsWith('statement.') ? name.slice('statement.'.length) : `renditions.${name}`;

/** Whether a header is that of our own tables, in which cells hold lists and are protected from spreadsheets. */
export const isOurs = (header: readonly string[]): boolean =>
  header.includes('renditions.id') || header.includes('statement.id');
