// The words by which a statement, and each of its renditions, is found.
import type { Lookup } from '../../records/lookup.ts';
import type { IndexedText } from '../../text/indexed-text.ts';
import type { Rendition, Statement } from './schema.ts';

/** The names of everything that a statement refers to. */
export function formsIn(statement: Statement, lookup: Lookup): (readonly string[])[] {
  const { speakers, addressees, topics, mentions, event, place } = statement;
  return [...speakers, ...addressees, ...topics, ...mentions, event, place].flatMap((each) =>
    each === null ? [] : [lookup.forms(each)],
  );
}

/** The quoted words of some of its renditions, what was said, and the names in it. */
export const textOf = (
  { gist }: Statement,
  renditions: readonly Rendition[],
  names: readonly (readonly string[])[],
): IndexedText => ({
  quoted: renditions.flatMap(({ quotes }) => quotes.map(({ text }) => text)),
  own: [...Object.values(gist), ...renditions.flatMap(({ excerpt }) => excerpt?.text ?? [])],
  names,
});
