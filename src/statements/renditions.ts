// Reads the renditions of a statement from the truth, with the outlets through which each reached the record.
import type { Truth } from '../database/truth.ts';
import { unstatedOutlet } from '../sources/schema.ts';
import { quoteLink } from './quote-link.ts';
import type { Rendition } from './schema.ts';

export interface RenditionWithOutlets {
  renditions: Rendition[];
  /** Ids of publishers and credited outlets, or `unstated`. */
  outlets: Set<string>;
}

/** What a rendition is made of, beside its quotes. */
export interface RenditionRow {
  id: string;
  source: string;
  outlet: string | null;
  url: string | null;
  via: string | null;
  mode: Rendition['mode'];
  cue: string | null;
  cue_lemma: string | null;
  language: string;
  paragraph: number;
  start_offset: number;
  end_offset: number;
  note: string | null;
}

/** Makes a reader: a statement's id in, its renditions out, in the order of sources and of their text. */
export function readRenditions(truth: Truth): (statement: string) => RenditionWithOutlets {
  const rows = truth.database.prepare(`
    ${renditionQuery} WHERE statement = ? ORDER BY source, start_offset, rendition.id`);
  const renditionOf = renditionReader(truth);

  return (statement) => {
    const outlets = new Set<string>();
    const renditions = (rows.all(statement) as RenditionRow[]).map((row) => {
      for (const outlet of outletsOf(row)) outlets.add(outlet);
      return renditionOf(row);
    });
    return { renditions, outlets };
  };
}

/** Selects rows of renditions. */
export const renditionQuery = `
  SELECT rendition.*, source.outlet, source.url FROM rendition JOIN source ON source.id = rendition.source`;

/** Through whom it reached the record: its publisher, or `unstated`, and the outlet that it credits. */
export const outletsOf = ({ outlet, via }: RenditionRow): string[] => [
  outlet ?? unstatedOutlet,
  ...(via === null ? [] : [via]),
];

/** Makes a reader: a row in, the rendition with its quotes out. */
export function renditionReader(truth: Truth): (row: RenditionRow) => Rendition {
  const quotes = truth.database.prepare(
    'SELECT text, start_offset AS start, end_offset AS end FROM rendition_quote WHERE rendition = ? ORDER BY position',
  );
  return (row) => {
    const found = quotes.all(row.id) as Omit<Rendition['quotes'][number], 'link'>[];
    const link = (text: string) => row.url && quoteLink(row.url, text);
    return renditionOf(
      truth,
      row,
      found.map((quote) => ({ ...quote, link: link(quote.text) })),
    );
  };
}

function renditionOf(truth: Truth, row: RenditionRow, quotes: Rendition['quotes']): Rendition {
  return {
    id: row.id,
    href: `/renditions/${row.id}`,
    source: { ...truth.reference('source', row.source), outlet: truth.optionalAgent(row.outlet) },
    via: truth.optionalAgent(row.via),
    mode: row.mode,
    cue: row.cue === null || row.cue_lemma === null ? null : { text: row.cue, lemma: row.cue_lemma },
    quotes,
    language: row.language,
    paragraph: row.paragraph,
    start: row.start_offset,
    end: row.end_offset,
    note: row.note,
  };
}
