// Makes of a database what an earlier release would have left: without a seal, of the schema before it, with a log or not.
import { closeSync, fstatSync, ftruncateSync, openSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

/** The first schema whose files are sealed. */
const sealed = 8;

/** Takes the seal away; the pages stay as they are. */
export function unseal(file: string): void {
  const database = new Sqlite(file, { readonly: true });
  const pages = Number(database.pragma('page_count', { simple: true }));
  const size = Number(database.pragma('page_size', { simple: true }));
  database.close();
  const descriptor = openSync(file, 'r+');
  if (fstatSync(descriptor).size > pages * size) ftruncateSync(descriptor, pages * size);
  closeSync(descriptor);
}

/** Turns the database back into one of the schema before the seal. */
export function asBeforeSeals(file: string): void {
  unseal(file);
  const database = new Sqlite(file);
  database.pragma(`user_version = ${sealed - 1}`);
  database.close();
}
