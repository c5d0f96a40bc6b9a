// Reads the renditions of a statement from the truth, with the outlets through which each reached the record.
import type { Truth } from '../database/truth.ts';
import { unstatedOutlet } from '../sources/schema.ts';
import type { Rendition } from './schema.ts';

export interface RenditionWithOutlets {
  renditions: Rendition[];
  /** Ids of publishers and credited outlets, or `unstated`. */
  outlets: Set<string>;
}

interface RenditionRow {
  id: string;
  source: string;
  outlet: string | null;
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
    SELECT rendition.*, source.outlet
    FROM rendition JOIN source ON source.id = rendition.source
    WHERE statement = ? ORDER BY source, start_offset, rendition.id`);
  const quotes = truth.database.prepare(
    'SELECT text, start_offset AS start, end_offset AS end FROM rendition_quote WHERE rendition = ? ORDER BY position',
  );

  return (statement) => {
    const outlets = new Set<string>();
    const renditions = (rows.all(statement) as RenditionRow[]).map((row) => {
      outlets.add(row.outlet ?? unstatedOutlet);
      if (row.via !== null) outlets.add(row.via);
      return renditionOf(truth, row, quotes.all(row.id) as Rendition['quotes']);
    });
    return { renditions, outlets };
  };
}

function renditionOf(truth: Truth, row: RenditionRow, quotes: Rendition['quotes']): Rendition {
  return {
    id: row.id,
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
