// What the records of several kinds are made of, read back from the truth: names, aliases, retired ids, lists.
import type { Prepare } from '../database/prepare.ts';
import { textsByLanguage } from '../database/truth.ts';
import type { Kind } from '../references.ts';

/** All rows of a kind, by id; no more of them is held than the caller has taken. */
export const rowsOf = <R>(prepare: Prepare, table: string): Iterable<R> =>
  prepare(`SELECT * FROM ${table} ORDER BY id`).iterate() as Iterable<R>;

/** Texts by language; the query takes the owner's key. */
export const textsOf = (prepare: Prepare, query: string, ...key: (string | number)[]) =>
  textsByLanguage(
    prepare(query)
      .raw()
      .all(...key) as [string, string][],
  );

/** One column of many rows, in their order. */
export const listOf = (prepare: Prepare, query: string, ...key: string[]): string[] =>
  prepare(query)
    .pluck()
    .all(...key) as string[];

/** The ids that now lead to a record, as it lists them. */
export const formerly = (prepare: Prepare, kind: Kind, id: string): string[] =>
  listOf(
    prepare,
    'SELECT retired FROM retired_id WHERE kind = ? AND successor = ? ORDER BY position',
    kind,
    id,
  );

/** The names of a record. */
export const namesOf = (
  prepare: Prepare,
  owner: 'agent' | 'place' | 'topic' | 'event' | 'source',
  id: string,
) => textsOf(prepare, `SELECT language, name FROM ${owner}_name WHERE ${owner} = ?`, id);

/** Its other names, in their order. */
export const aliasesOf = (prepare: Prepare, owner: 'agent' | 'place', id: string): string[] =>
  listOf(prepare, `SELECT alias FROM ${owner}_alias WHERE ${owner} = ? ORDER BY position`, id);
