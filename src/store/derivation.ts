// Names the code that derives the read model: stored with it, and part of every ETag.
import { release } from '../project.ts';

/**
 * The number of the read model's format. Increase it by one with each change of what the ingest derives from the same records;
 * test/sqlite/derivation.test.ts notices such a change. After an upgrade the next ingest derives everything anew.
 */
export const formatVersion = 18;

/** Unicode's tables come with Node, and decide how words are normalised and sorted. */
export const derivation = `${release}, format ${formatVersion}, Unicode ${process.versions['unicode']}`;

/** What to do about a database that other code derived; null where this code did. */
export const derivationNotice = (other: string): string | null =>
  other === derivation
    ? null
    : `the answers were derived by ${other}, and this is ${derivation}; derive them anew with: npm run ingest`;
