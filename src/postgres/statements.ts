// Every statement that a server sends. `@` stands before a table for the schema of the version that is read.

/** A statement, prepared once for each connection and version under its name. */
export interface Statement {
  name: string;
  text: string;
}

const statement = (name: string, text: string): Statement => ({ name, text });

/** The role of a host and the version that it serves; outside of versions. */
export const currentQuery = `
  SELECT host.replica, number, schema, version, derivation, format
  FROM (SELECT pg_is_in_recovery() AS replica) AS host LEFT JOIN summit.current ON true`;

export const dataset = statement(
  'dataset',
  `SELECT version, derivation, languages, ingested_at AS "ingestedAt",
     (SELECT max(derived_at) FROM @dataset_state) AS "derivedAt", terms
   FROM @dataset`,
);
export const collections = statement('collections', 'SELECT name, first, last FROM @collection');

export const documentsByNumber = statement(
  'documents_by_number',
  'SELECT number, collection, sort_key AS key, weight, body FROM @document WHERE number = ANY ($1::integer[])',
);
export const documentsById = statement(
  'documents_by_id',
  'SELECT id, body FROM @document WHERE collection = $1 AND id = ANY ($2::text[])',
);
export const numbersById = statement(
  'numbers_by_id',
  'SELECT number FROM @document WHERE collection = $1 AND id = ANY ($2::text[]) ORDER BY number',
);
export const numberFrom = statement(
  'number_from',
  'SELECT number FROM @document WHERE collection = $1 AND sort_key >= $2 ORDER BY sort_key LIMIT 1',
);
export const numberAfter = statement(
  'number_after',
  'SELECT number FROM @document WHERE collection = $1 AND sort_key > $2 ORDER BY sort_key LIMIT 1',
);
export const idsOfCollection = statement(
  'ids_of_collection',
  'SELECT id FROM @document WHERE collection = $1 ORDER BY id LIMIT $2',
);

export const momentsBetween = statement(
  'moments_between',
  `SELECT number FROM @document_moment JOIN @document USING (number)
   WHERE collection = $1 AND at BETWEEN $2 AND $3 ORDER BY number`,
);

export const additionsOfCollection = statement(
  'additions',
  'SELECT state, doc_ids AS "docIds" FROM @addition WHERE collection = $1 ORDER BY state DESC',
);

/** Small sets come with their terms, in one round trip; `size` tells what others take. */
export const termsByName = statement(
  'terms_by_name',
  `SELECT facet, value, number, documents, octet_length(doc_ids) AS size,
     CASE WHEN octet_length(doc_ids) <= 32768 THEN doc_ids END AS "docIds"
   FROM @term WHERE collection = $1 AND facet = ANY ($2::text[]) AND value = ANY ($3::text[])`,
);
export const termsOfFacets = statement(
  'terms_of_facets',
  `SELECT facet, number, value, documents FROM @term
   WHERE collection = $1 AND facet = ANY ($2::text[]) ORDER BY documents DESC, value`,
);

export const formsByName = statement(
  'forms',
  'SELECT form, number, stem FROM @text_form WHERE form = ANY ($1::text[])',
);
export const stemsByName = statement(
  'stems',
  'SELECT stem, number FROM @text_stem WHERE stem = ANY ($1::text[])',
);

export const recordsByNameKey = statement(
  'records_by_name_key',
  'SELECT kind, key, id FROM @name_key WHERE kind = ANY ($1::text[]) AND key = ANY ($2::text[]) ORDER BY id, kind',
);
export const nameKeysOfKinds = statement(
  'name_keys_of_kinds',
  'SELECT key, kind, id FROM @name_key WHERE kind = ANY ($1::text[]) ORDER BY kind, key, id LIMIT $2',
);
export const recordsOfKinds = statement(
  'records_of_kinds',
  'SELECT DISTINCT kind, id FROM @name_key WHERE kind = ANY ($1::text[]) ORDER BY id, kind LIMIT $2',
);
export const successor = statement(
  'successor',
  'SELECT successor FROM @retired_id WHERE kind = $1 AND retired = $2',
);
export const suggestions = statement(
  'suggestions',
  `SELECT kind, id, form, key FROM @suggestion
   WHERE key >= $1 AND key < $2 AND kind = ANY ($3::text[]) ORDER BY key, kind, id LIMIT $4`,
);
export const countsOfTerms = statement(
  'counts_of_terms',
  `SELECT facet, value, documents FROM @term
   WHERE collection = 'statements' AND facet = ANY ($1::text[]) AND value = ANY ($2::text[])`,
);

const revision = 'SELECT number, version, derived_at AS at FROM @dataset_state';
export const newestRevision = statement('newest_revision', `${revision} ORDER BY number DESC LIMIT 1`);
export const revisionByNumber = statement('revision', `${revision} WHERE number = $1`);
export const oldestRevision = statement(
  'oldest_revision',
  'SELECT max(number) AS number FROM @dataset_state WHERE is_logged = 0',
);
export const revisionOfVersion = statement(
  'revision_of_version',
  `${revision} WHERE version = $1 AND number >= $2 ORDER BY number LIMIT 1`,
);
export const revisionAt = statement(
  'revision_at',
  `${revision} WHERE derived_at <= $1 ORDER BY number DESC LIMIT 1`,
);
export const latestVersions = statement(
  'latest_versions',
  `SELECT version FROM @dataset_state WHERE number >= $1 GROUP BY version ORDER BY max(number) DESC LIMIT $2`,
);

export const documentDates = statement(
  'document_dates',
  `SELECT id, early.derived_at AS added, late.derived_at AS changed FROM @document_digest
   JOIN @dataset_state AS early ON early.number = added JOIN @dataset_state AS late ON late.number = state
   WHERE collection = $1 AND id = ANY ($2::text[])`,
);

export const recordsSize = statement(
  'records_size',
  'SELECT start + length AS size FROM @record_piece ORDER BY start DESC LIMIT 1',
);
export const recordPiece = statement(
  'record_piece',
  'SELECT start, length, body FROM @record_piece WHERE start <= $1 ORDER BY start DESC LIMIT 1',
);

// COPY takes no parameters: numbers are all that is put into these.

export const copyDocuments = (numbers: readonly number[]): string =>
  `SELECT number, collection, sort_key, weight, body FROM @document WHERE number IN (${numbers.join(', ')})`;

export const copyDocIds = (terms: readonly number[]): string =>
  `SELECT number, doc_ids FROM @term WHERE number IN (${terms.join(', ')})`;

export const copyStatementNumbers = 'SELECT numbers FROM @rendition_statement ORDER BY block';

/** Neighbouring rows are asked for as ranges. */
export function copyDocumentTerms(ranges: readonly (readonly [first: number, last: number])[]): string {
  const conditions = ranges.map(([first, last]) => `number BETWEEN ${first} AND ${last}`);
  return `SELECT number, body FROM @document_terms WHERE ${conditions.join(' OR ')}`;
}

/**
 * The postings of stems: what is known of every block, and the postings of the blocks in a range. Positions come where they
 * are always read (phrases), and where a document has several forms of the stem.
 */
export function copyBlocks(
  stems: readonly number[],
  { first, last }: { first: number; last: number },
  isPhrase: boolean,
): string {
  const isInside = `block BETWEEN ${first} AND ${last}`;
  const positions = isPhrase ? isInside : `${isInside} AND position('\\xff'::bytea in form_codes) > 0`;
  return `
    SELECT stem, block, count, max_quoted_impact, max_other_impact, forms,
      CASE WHEN ${isInside} THEN docs END, CASE WHEN ${isInside} THEN impacts END,
      CASE WHEN ${isInside} THEN form_codes END, CASE WHEN ${positions} THEN positions END
    FROM @text_block WHERE stem IN (${stems.join(', ')})`;
}
