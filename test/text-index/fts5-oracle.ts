// The oracle of the text index: the same queries put to SQLite's own full-text index (FTS5).
import Sqlite from 'better-sqlite3';
import type { Test } from 'tap';
import type { IndexedText } from '../../src/text/indexed-text.ts';
import type { Clause, TextQuery } from '../../src/text/query.ts';
import { words } from '../../src/text/words.ts';

/** The documents that match, those of them that have all words in the exact form, and those that have all inside quotation marks. */
export interface Found {
  matching: Set<number>;
  exact: Set<number>;
  quoted: Set<number>;
}

/** Stands between two texts, in no query: it keeps phrases from reaching from one text into the next. */
const border = '‖';

const quotedColumns = { exact: ['quoted'], stems: ['quoted_stems'] };
const allColumns = { exact: ['quoted', 'own', 'names'], stems: ['quoted_stems', 'own_stems', 'names_stems'] };

/** An oracle over the documents; closed with the test. */
export function ftsOf(t: Test, documents: Iterable<readonly [docId: number, text: IndexedText]>) {
  const database = new Sqlite(':memory:');
  t.teardown(() => database.close());
  const columns = 'quoted, quoted_stems, own, own_stems, names, names_stems';
  database.exec(`CREATE VIRTUAL TABLE text USING fts5 (${columns}, content = '', tokenize = 'ascii')`);
  const insert = database.prepare(`INSERT INTO text (rowid, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`);
  database.transaction(() => {
    for (const [docId, { quoted = [], own = [], names = [] }] of documents) {
      insert.run(
        docId,
        ...[quoted, own, names.flat()].flatMap((texts) => [joined(texts, 'form'), joined(texts, 'stem')]),
      );
    }
  })();
  const rows = (match: string) =>
    new Set(database.prepare('SELECT rowid FROM text WHERE text MATCH ?').pluck().all(match) as number[]);
  return (query: TextQuery): Found => {
    const excluded = rows(query.mustNot.map((clause) => anyForm(clause, allColumns)).join(' OR ') || '"‖‖"');
    if (query.kind === 'excluding') return { matching: excluded, exact: new Set(), quoted: new Set() };
    const all = (form: typeof anyForm, columns: Columns) => {
      const found = rows(query.must.map((clause) => `(${form(clause, columns)})`).join(' AND '));
      return new Set([...found].filter((docId) => !excluded.has(docId)));
    };
    return {
      matching: all(anyForm, allColumns),
      exact: all(exactForm, allColumns),
      quoted: all(anyForm, quotedColumns),
    };
  };
}

const joined = (texts: readonly string[], form: 'form' | 'stem'): string =>
  texts
    .map((text) => words(text).map((word) => word[form]))
    .map((each) => each.join(' '))
    .join(` ${border} `);

interface Columns {
  exact: readonly string[];
  stems: readonly string[];
}

const anyForm = (clause: Clause, columns: Columns): string =>
  [exactForm(clause, columns), ...clause.stems.map((stems) => within(columns.stems, stems))].join(' OR ');

const exactForm = ({ forms }: Clause, columns: Columns): string => within(columns.exact, forms);

const within = (columns: readonly string[], tokens: readonly string[]): string =>
  `({${columns.join(' ')}} : (${tokens.map((token) => `"${token}"`).join(' + ')}))`;
