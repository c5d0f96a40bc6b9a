// Turns one record's passages into edits of its YAML.
import { isMap } from 'yaml';
import { follow } from '../../ingest/check/locator.ts';
import type { FieldPath } from '../../records/issue.ts';
import { type Anchors, findPassage } from './anchors.ts';
import type { Stretch } from './article.ts';
import { locateExcerpt, locateQuotes } from './locate-quotes.ts';
import {
  type Fields,
  isFields,
  type Located,
  nothingLocated,
  type Passage,
  together,
  type Workplace,
} from './located.ts';
import type { SeedRecord } from './seed-files.ts';
import { withoutText } from './sources.ts';
import { prependField, setFields } from './yaml-edits.ts';

/** Locates each rendition of a statement, or of an entry that adds to one, and gives it an id if it has none. */
export function locateStatement(text: string, { node, value, at }: SeedRecord, place: Workplace): Located {
  const { statement, id = statement, renditions } = value;
  const all = Array.isArray(renditions) ? renditions : [];
  const located = all.flatMap((rendition, number) => {
    const path = ['renditions', number];
    const map = follow(node, path);
    if (!isMap(map) || !isFields(rendition)) return [];
    const passage = { text, node: map, value: rendition, at, path };
    return [locatePassage(passage, place), nameRendition(passage, String(id), place)];
  });
  return together(located);
}

/** Locates a claim. */
export function locateClaim(text: string, { node, value, at }: SeedRecord, place: Workplace): Located {
  return locatePassage({ text, node, value, at, path: [] }, place);
}

function nameRendition({ text, node, value }: Passage, statement: string, { ids }: Workplace): Located {
  const { id, source } = value;
  if (id !== undefined) return nothingLocated;
  const edit = prependField(text, node, 'id', ids.next(statement, String(source)));
  return { ...nothingLocated, edits: [edit], ids: 1 };
}

/** Locates a passage that has words instead of offsets, and quotes that are texts only. */
function locatePassage(passage: Passage, place: Workplace): Located {
  const { text, node, value, at, path } = passage;
  const { source, passage: words, quotes, excerpt } = value;
  const texts = Array.isArray(quotes) ? quotes : [];
  const isWaiting = [...texts, excerpt].some((each) => typeof each === 'string');
  if (words === undefined && !isWaiting) return nothingLocated;
  const article = place.articles.get(String(source));
  if (article === null) return { ...nothingLocated, isBlocked: true };
  const complain = (field: FieldPath, message: string): Located => {
    place.findings.addIssue(at, { path: [...path, ...field], message });
    return { ...nothingLocated, isBlocked: true };
  };
  if (article === undefined) return complain(['source'], `no source '${source}'`);
  if (article === withoutText) {
    const message = `${source} is known without its text, so that nothing can be located in it; write quotes as { text: … }, and no passage`;
    return complain([words === undefined ? 'quotes' : 'passage'], message);
  }
  const anchors = anchorsOf(value);
  if (typeof anchors === 'string') return complain(['passage'], anchors);
  const span = anchors === null ? spanOf(value) : findPassage(article, anchors);
  if (typeof span === 'string') return complain(['passage'], span);
  const edits = anchors === null ? [] : setFields(text, node, { ...span }, 'passage');
  const quoted = locateQuotes(passage, article, span, complain);
  const excerpted = locateExcerpt(passage, article, span, complain);
  return together([{ ...nothingLocated, edits, passages: anchors === null ? 0 : 1 }, ...quoted, excerpted]);
}

/** The words that a passage is given by; null where it has its offsets already. */
function anchorsOf({ passage, paragraph }: Fields): Anchors | string | null {
  if (passage === undefined) return null;
  const words = Array.isArray(passage) ? passage : [passage];
  const [first, last = first] = words;
  if (
    words.length > 2 ||
    typeof first !== 'string' ||
    typeof last !== 'string' ||
    first === '' ||
    last === ''
  ) {
    return 'expected the words of the passage, or [first words, last words]';
  }
  return { first, last, paragraph: typeof paragraph === 'number' ? paragraph : undefined };
}

function spanOf({ start, end }: Fields): Stretch | string {
  if (typeof start === 'number' && typeof end === 'number') return { start, end };
  return 'missing; give [first words, last words], so that quotes can be looked for between them';
}
