// The same questions put to SQLite's own full-text index (FTS5), which is what the index of words is held against.
import Sqlite from 'better-sqlite3';
import type { Test } from 'tap';
import type { SearchText } from '../../../src/database/documents.ts';
import type { Part, Search } from '../../../src/database/words/search.ts';
import { words } from '../../../src/text/words.ts';

/** Which documents match, which of them have all words in the very form asked for, and which have all inside quotes. */
export interface Found {
  matching: Set<number>;
  exact: Set<number>;
  quoted: Set<number>;
}

/** A token that is in no query, so that no phrase reaches from one text into the next. */
const border = '‖';

const quotedColumns = { exact: ['quoted'], stems: ['quoted_stems'] };
const allColumns = { exact: ['quoted', 'own', 'names'], stems: ['quoted_stems', 'own_stems', 'names_stems'] };

/** Makes the oracle over the same documents; closed with the test. */
export function ftsOf(t: Test, documents: Iterable<readonly [number: number, text: SearchText]>) {
  const database = new Sqlite(':memory:');
  t.teardown(() => database.close());
  const columns = 'quoted, quoted_stems, own, own_stems, names, names_stems';
  database.exec(`CREATE VIRTUAL TABLE text USING fts5 (${columns}, content = '', tokenize = 'ascii')`);
  const insert = database.prepare(`INSERT INTO text (rowid, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`);
  database.transaction(() => {
    for (const [number, { quoted = [], own = [], names = [] }] of documents) {
      insert.run(
        number,
        ...[quoted, own, names].flatMap((texts) => [joined(texts, 'normal'), joined(texts, 'stem')]),
      );
    }
  })();
  const rows = (match: string) =>
    new Set(database.prepare('SELECT rowid FROM text WHERE text MATCH ?').pluck().all(match) as number[]);
  return (search: Search): Found => {
    const unwanted = rows(search.unwanted.map((part) => anyForm(part, allColumns)).join(' OR ') || '"‖‖"');
    if (search.kind === 'excluding') return { matching: unwanted, exact: new Set(), quoted: new Set() };
    const all = (form: typeof anyForm, columns: Columns) => {
      const found = rows(search.wanted.map((part) => `(${form(part, columns)})`).join(' AND '));
      return new Set([...found].filter((number) => !unwanted.has(number)));
    };
    return {
      matching: all(anyForm, allColumns),
      exact: all(exactForm, allColumns),
      quoted: all(anyForm, quotedColumns),
    };
  };
}

const joined = (texts: readonly string[], form: 'normal' | 'stem'): string =>
  texts
    .map((text) => words(text).map((word) => word[form]))
    .map((each) => each.join(' '))
    .join(` ${border} `);

interface Columns {
  exact: readonly string[];
  stems: readonly string[];
}

const anyForm = (part: Part, columns: Columns): string =>
  [exactForm(part, columns), ...part.stems.map((stems) => within(columns.stems, stems))].join(' OR ');

const exactForm = ({ forms }: Part, columns: Columns): string => within(columns.exact, forms);

const within = (columns: readonly string[], tokens: readonly string[]): string =>
  `({${columns.join(' ')}} : (${tokens.map((token) => `"${token}"`).join(' + ')}))`;
