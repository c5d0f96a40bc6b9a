// The tables of a published version: their columns in PostgreSQL, and the rows of the SQLite file that fill them.

/**
 * The number of this layout; a server refuses any other. Increase it with each change of the tables or of what their bytes mean:
 * test/postgres/tables-format.test.ts notices such a change.
 */
export const tablesFormat = 2;

export type ColumnType = 'integer' | 'bigint' | 'text' | 'bytea';

export interface Table {
  name: string;
  /** Types by the names of columns. All text is compared byte by byte, as in SQLite. */
  columns: Readonly<Record<string, ColumnType>>;
  /** Columns that may be null. */
  nullable?: readonly string[];
  key: readonly string[];
  /** Whether rows of up to a page are stored as they are: compressing them is most of a publish, and each read undoes it. */
  staysInRow?: true;
  /** Lists of columns; made after the rows. */
  unique?: readonly (readonly string[])[];
  indexes?: readonly (readonly string[])[];
  /** The rows in SQLite, with the columns in their order, sorted by the key. `WHERE` stands where a sample is selected. */
  rows: string;
  /** The column by whose remainder a sample of the rows is selected. */
  sampledBy?: string;
}

const document: Table = {
  name: 'document',
  columns: {
    number: 'integer',
    collection: 'text',
    id: 'text',
    sort_key: 'text',
    weight: 'integer',
    body: 'text',
  },
  key: ['number'],
  staysInRow: true,
  unique: [
    ['collection', 'id'],
    ['collection', 'sort_key'],
  ],
  rows: 'SELECT number, collection, id, sort_key, weight, body FROM document WHERE true ORDER BY number',
  sampledBy: 'number',
};

/** A term with the set of its documents (src/doc-ids/encoding.ts). */
const term: Table = {
  name: 'term',
  columns: {
    number: 'integer',
    collection: 'text',
    facet: 'text',
    value: 'text',
    documents: 'integer',
    doc_ids: 'bytea',
  },
  key: ['number'],
  unique: [['collection', 'facet', 'value']],
  rows: `SELECT number, collection, facet, value, documents, doc_ids FROM term JOIN posting ON term = number
    WHERE true ORDER BY number`,
  sampledBy: 'number',
};

/** The postings of a stem in one block of documents (src/text-index/README.md). */
const textBlock: Table = {
  name: 'text_block',
  columns: {
    stem: 'integer',
    block: 'integer',
    count: 'integer',
    max_quoted_impact: 'integer',
    max_other_impact: 'integer',
    forms: 'bytea',
    docs: 'bytea',
    impacts: 'bytea',
    form_codes: 'bytea',
    positions: 'bytea',
  },
  key: ['stem', 'block'],
  rows: `SELECT key / 65536 AS stem, key % 65536, count, max_quoted_impact, max_other_impact, forms, docs, impacts,
    form_codes, positions FROM text_block WHERE true ORDER BY key`,
  sampledBy: 'stem',
};

/** The first and the last number of each collection. */
const collection: Table = {
  name: 'collection',
  columns: { name: 'text', first: 'integer', last: 'integer' },
  key: ['name'],
  rows: 'SELECT collection, min(number), max(number) FROM document GROUP BY collection ORDER BY collection',
};

/** The tables of which SQL gives the rows. */
const copied: readonly Table[] = [
  document,
  term,
  textBlock,
  collection,
  {
    name: 'dataset',
    columns: {
      version: 'text',
      derivation: 'text',
      languages: 'text',
      ingested_at: 'text',
      terms: 'integer',
    },
    key: ['version'],
    rows: `SELECT version, derivation, languages, ingested_at, (SELECT coalesce(max(number), 0) FROM term) FROM dataset`,
  },
  {
    name: 'document_moment',
    columns: { number: 'integer', at: 'bigint' },
    key: ['number'],
    indexes: [['at']],
    rows: 'SELECT number, at FROM document_moment ORDER BY number',
  },
  {
    name: 'document_terms',
    columns: { number: 'integer', body: 'bytea' },
    key: ['number'],
    rows: 'SELECT number, body FROM document_terms WHERE true ORDER BY number',
    sampledBy: 'number',
  },
  {
    name: 'rendition_statement',
    columns: { block: 'integer', numbers: 'bytea' },
    key: ['block'],
    rows: 'SELECT block, numbers FROM rendition_statement ORDER BY block',
  },
  {
    name: 'text_stem',
    columns: { stem: 'text', number: 'integer' },
    key: ['stem'],
    rows: 'SELECT stem, number FROM text_stem WHERE true ORDER BY stem',
    sampledBy: 'number',
  },
  {
    name: 'text_form',
    columns: { form: 'text', number: 'integer', stem: 'integer' },
    key: ['form'],
    rows: 'SELECT form, number, stem FROM text_form WHERE true ORDER BY form',
    sampledBy: 'number',
  },
  {
    name: 'name_key',
    columns: { kind: 'text', key: 'text', id: 'text' },
    key: ['kind', 'key', 'id'],
    rows: 'SELECT kind, key, id FROM name_key ORDER BY kind, key, id',
  },
  {
    name: 'retired_id',
    columns: { kind: 'text', retired: 'text', successor: 'text' },
    key: ['kind', 'retired'],
    rows: 'SELECT kind, retired, successor FROM retired_id ORDER BY kind, retired',
  },
  {
    name: 'suggestion',
    columns: { key: 'text', kind: 'text', id: 'text', form: 'text' },
    key: ['key', 'kind', 'id'],
    rows: 'SELECT key, kind, id, form FROM suggestion ORDER BY key, kind, id',
  },
  {
    name: 'dataset_state',
    columns: {
      number: 'integer',
      version: 'text',
      derivation: 'text',
      derived_at: 'text',
      is_logged: 'integer',
    },
    key: ['number'],
    unique: [['derived_at']],
    indexes: [['version', 'number']],
    rows: 'SELECT number, version, derivation, derived_at, is_logged FROM dataset_state ORDER BY number',
  },
  {
    name: 'document_digest',
    columns: { collection: 'text', id: 'text', digest: 'bytea', state: 'integer', added: 'integer' },
    key: ['collection', 'id'],
    indexes: [['state']],
    rows: 'SELECT collection, id, digest, state, added FROM document_digest ORDER BY collection, id',
  },
  {
    name: 'document_change',
    columns: { state: 'integer', collection: 'text', id: 'text', before: 'bytea', after: 'bytea' },
    nullable: ['before', 'after'],
    key: ['state', 'collection', 'id'],
    indexes: [['collection', 'id', 'state']],
    rows: 'SELECT state, collection, id, before, after FROM document_change ORDER BY state, collection, id',
  },
];

/** /dataset.ndjson in pieces, each with the byte at which it starts. Its rows are made from the records. */
export const recordPieces: Table = {
  name: 'record_piece',
  columns: { start: 'bigint', length: 'integer', body: 'text' },
  key: ['start'],
  rows: 'SELECT start, length FROM record_piece ORDER BY start',
};

/** The documents that each state of the dataset added to a collection. Its sets are made from the digests. */
export const additions: Table = {
  name: 'addition',
  columns: { collection: 'text', state: 'integer', doc_ids: 'bytea' },
  key: ['collection', 'state'],
  rows: 'SELECT DISTINCT collection, added FROM document_digest',
};

export const tables: readonly Table[] = [...copied, recordPieces, additions];
