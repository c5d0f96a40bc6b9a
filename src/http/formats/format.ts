// What a format is: a media type, and how JSON documents are written in it.
import { z } from 'zod';
import type { DocumentDates } from '../../store/changes.ts';

/** One page of a list, ready to be written. */
export interface PageAnswer {
  /** The documents as JSON. */
  bodies: Buffer[];
  total: number;
  limit: number;
  /** Whole URL of the next page, or null. */
  next: string | null;
  /** Whole URL of this page, and scheme and host of the API. */
  self: string;
  origin: string;
  /** When this version of the data was loaded, ISO 8601, UTC. */
  updated: string;
  /** When each document was added and last changed; only there for feeds. */
  dates?: readonly DocumentDates[];
  /** The languages that the client wants, best first. */
  languages: readonly string[];
  /** What stands in the envelope beside data and page. */
  beside: Record<string, unknown>;
}

/** What a format may look at beside the documents. */
export interface WriteOptions {
  origin: string;
  query: Record<string, unknown>;
  /** The languages that the client wants, best first. */
  languages: readonly string[];
}

/** Parameters that say how much of a list is shown and in which form, not what it holds. */
export const presentation = ['format', 'limit', 'cursor', 'fields', 'rows', 'bom', 'facets', 'lang'];

/** What `format=` calls the formats: HTML is that of people, and the same on all routes that have a page. */
export const formatNames = 'json html csv ndjson jsonld geojson annotation jsonfeed atom'.split(' ');

/** Parameters that some formats can heed and others cannot. */
export const formatOptions = ['fields', 'facets', 'rows', 'bom', 'lang'] as const;

export type FormatOption = (typeof formatOptions)[number];

/** What a format does with the options. */
export interface OptionHeeding {
  /** What `format=` calls it, and the end of its own path: `/statements.csv`. */
  name: string;
  /** The options that it heeds; it refuses the others. */
  heeds?: readonly FormatOption[];
}

export interface FormatBase extends OptionHeeding {
  /** What people call it. */
  title: string;
  mediaType: string;
  /** Other media types under which clients ask for it; they get it under that one. */
  otherMediaTypes?: readonly string[];
  /** Says what it holds, for the description of the API. */
  description: string;
  /** The shape of an answer, or an example of it as text. */
  schema?: z.ZodType;
  /** Whether readers look for it by autodiscovery: other formats then link to it. */
  feed?: true;
}

/** Writes one page at a time. */
export interface PageFormat extends FormatBase {
  page(answer: PageAnswer): Buffer;
}

/** Writes as many documents as there are, one after another: the whole list, unless the request sets a limit. */
export interface StreamFormat extends FormatBase {
  /** Makes what writes one answer. Throws a Problem where an option asks for what the documents do not have. */
  writer(options: RowOptions): RowWriter;
}

/** What rows are written by. */
export interface RowOptions {
  query: Record<string, unknown>;
  /** The main languages of the dataset. */
  languages: readonly string[];
  /** Describes the documents. */
  item?: z.ZodType | undefined;
  /** The path under which the API is served; empty where it has a host of its own. */
  base: string;
}

/** Writes the documents of one answer. */
export interface RowWriter {
  /** What stands before the first document. */
  head: Buffer;
  /** Some documents that follow one another. */
  rows(bodies: readonly Buffer[]): Buffer;
}

export type ListFormat = PageFormat | StreamFormat;

/** Writes one document. */
export interface ItemFormat extends FormatBase {
  item(body: Buffer, options: WriteOptions): Buffer;
}

/** Whether it shows each text in one language, which the client chooses: by `lang=`, or by `Accept-Language`. */
export const isInOneLanguage = ({ heeds }: OptionHeeding): boolean => heeds?.includes('lang') === true;

/** What the description of the API says of a format. */
export interface FormatTraits {
  name: string;
  title: string;
  description: string;
  /** Whether it sends every match unless the request sets a limit. */
  streams: boolean;
  heeds: readonly FormatOption[];
}

/** The traits of a format. */
export const traitsOf = (format: FormatBase): FormatTraits => {
  const { name, title, description, heeds = [] } = format;
  return { name, title, description, heeds, streams: 'writer' in format };
};

/** The `format` parameter for the formats there are. */
export const formatParameter = (formats: readonly FormatBase[]) => ({
  format: z
    .enum(formats.map(({ name }) => name) as [string, ...string[]])
    .optional()
    .meta({ description: `The format. It overrides the \`Accept\` header. ${formats.map(said).join(' ')}` }),
});

const said = ({ name, description }: FormatBase): string => `\`${name}\`: ${description}`;

/** A value as JSON. Formats give bytes: the framework adds a charset to the media type of a text, and JSON has none. */
export const jsonBytes = (value: object): Buffer => Buffer.from(JSON.stringify(value));

/** A media type without its parameters. */
export const bare = (mediaType: string): string => mediaType.split(';', 1).join();
