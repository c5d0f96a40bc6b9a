// Takes every answer down in short while it is derived, so that states of the dataset can be compared.
import { hash } from 'node:crypto';
import type { Collection } from '../../records/references.ts';
import type { Database } from '../../sqlite/open.ts';

/** Sixteen bytes tell any number of answers apart. */
export const digestLength = 16;

/** The digest of an answer's bytes. */
export const digestOf = (body: Buffer): Buffer => hash('sha256', body, 'buffer').subarray(0, digestLength);

/** Notes an answer's digest. */
export type NoteAnswer = (collection: Collection, id: string, digest: Uint8Array) => void;

/** Makes the function that notes answers in the temporary table `answer`, in the order in which they come. */
export function answerNotes(database: Database): NoteAnswer {
  database.exec(`
    DROP TABLE IF EXISTS temp.answer;
    CREATE TEMP TABLE answer (collection TEXT NOT NULL, id TEXT NOT NULL, digest BLOB NOT NULL) STRICT`);
  const insert = database.prepare('INSERT INTO answer VALUES (?, ?, ?)');
  return (collection, id, digest) => {
    insert.run(collection, id, digest);
  };
}
