// Imports fact checks in the terms of schema.org (ClaimReview, JSON-LD): who claimed what, and who checked it.
import { entityOf, namedIn, sourceOf } from '../entities.ts';
import { type Importing, LeftOut, Unreadable } from '../importing.ts';
import { type Said, Statements } from '../statements.ts';
import { dateFrom, shortened } from '../texts.ts';
import { type Fields, isFields, jsonValues, objectsAt, textAt } from './json-values.ts';

/** Reads one review, a list of them, a graph (`@graph`) or a feed (`dataFeedElement`). */
export async function importClaimReviews(file: string, importing: Importing): Promise<void> {
  const statements = new Statements(importing);
  const attempt = (review: Fields, line: number): void =>
    importing.attempt('review', line, () => importReview(review, line, importing, statements));
  const whole: Record<string, unknown> = {}; // the fields of a file that is one review
  for (const { list, isListed, line, value } of jsonValues(file)) {
    if (list === '' || list === '@graph' || list === 'dataFeedElement') {
      for (const review of reviewsIn(value)) attempt(review, line);
      if (reviewsIn(value).length === 0) importing.tally.leaveOut(typeOf(value), 'no ClaimReview');
    } else whole[list] = isListed ? [...((whole[list] ?? []) as unknown[]), value] : value;
  }
  for (const review of reviewsIn(whole)) attempt(review, 1);
  if (importing.tally.wasRead.size === 0) throw new Unreadable(1, 1, 'holds no ClaimReview');
}

/** The reviews of a value: itself, or those that a feed's element holds. */
function reviewsIn(value: unknown): Fields[] {
  if (!isFields(value)) return [];
  if ([value['@type']].flat().some((type) => String(type).replace(/^.*[/:]/, '') === 'ClaimReview'))
    return [value];
  return objectsAt(value, 'item').flatMap(reviewsIn);
}

const typeOf = (value: unknown): string => (isFields(value) ? String(value['@type'] ?? 'objects') : 'values');

/** The claim is a statement; the review renders it, and so does each page where it appeared. */
function importReview(review: Fields, line: number, importing: Importing, statements: Statements): void {
  importing.tally.read('reviews');
  const [claim = {}] = objectsAt(review, 'itemReviewed');
  const text = textAt(review, 'claimReviewed') ?? textAt(claim, 'name') ?? textAt(claim, 'text');
  const language = textAt(review, 'inLanguage') ?? importing.language(line);
  if (text === null) throw new LeftOut("has no 'claimReviewed'");
  const speakers = objectsAt(claim, 'author').flatMap(
    (author) => agentOf(author, language, line, importing) ?? [],
  );
  if (speakers.length === 0) throw new LeftOut("names nobody who made the claim ('itemReviewed.author')");
  const said: Said = {
    id: null,
    speakers,
    gist: { [language]: shortened(text, 4000) },
    saidOn: dateAt(claim, 'datePublished', line, importing),
    event: null,
    place: null,
    addressees: [],
    topics: [],
    mentions: [],
  };
  const report = { id: null, via: null, mode: 'indirect', cue: null, language, quotes: [], position: null };
  const own = reviewSource(review, language, line, importing);
  if (own !== null) statements.add(said, { ...report, source: own, note: ratingOf(review, language) }, line);
  for (const url of appearancesOf(claim)) {
    const source = sourceOf(
      importing,
      { id: null, names: {}, url, outlet: null, publishedOn: null, language },
      line,
    );
    if (source !== null) statements.add(said, { ...report, source, note: null }, line);
  }
  noteUnread(review, importing);
}

function agentOf(author: Fields, language: string, line: number, importing: Importing): string | null {
  const name = textAt(author, 'name');
  if (name === null) return null;
  const kind = /Organization$/.test(String(author['@type'])) ? 'organization' : 'person';
  const item = [author['sameAs']]
    .flat()
    .map((address) => /wikidata\.org\/\S*\/?(Q\d+)$/.exec(String(address))?.[1]);
  const wikidata = item.find((each) => each !== undefined);
  return (
    entityOf(importing, kind, namedIn(language, name), line, wikidata === undefined ? {} : { wikidata })
      ?.id ?? null
  );
}

function reviewSource(review: Fields, language: string, line: number, importing: Importing): string | null {
  const [author = {}] = objectsAt(review, 'author');
  const outlet = textAt(author, 'name');
  const url = textAt(review, 'url');
  const title = textAt(review, 'headline') ?? textAt(review, 'name');
  if (url === null && outlet === null && title === null) {
    throw new LeftOut("has neither 'url' nor 'author': its source is not known");
  }
  return sourceOf(
    importing,
    {
      id: null,
      names: title === null ? (url === null ? { [language]: outlet ?? '' } : {}) : { [language]: title },
      url,
      outlet: outlet === null ? null : namedIn(language, outlet),
      publishedOn: dateAt(review, 'datePublished', line, importing),
      language,
    },
    line,
  );
}

/** What the review found stays with its rendition. */
function ratingOf(review: Fields, language: string): Record<string, string> | null {
  const [rating = {}] = objectsAt(review, 'reviewRating');
  const verdict = textAt(rating, 'alternateName') ?? textAt(rating, 'name');
  return verdict === null ? null : { [language]: `Rated: ${verdict}` };
}

/** The addresses of the pages where the claim appeared, each once. */
function appearancesOf(claim: Fields): string[] {
  const works = [...objectsAt(claim, 'firstAppearance'), ...objectsAt(claim, 'appearance')];
  const addresses = works.flatMap((work) => textAt(work, 'url') ?? textAt(work, '@id') ?? []);
  const texts = [claim['appearance'], claim['firstAppearance']]
    .flat()
    .filter((each) => typeof each === 'string');
  return [...new Set([...addresses, ...texts])].filter((url) => URL.canParse(url));
}

function dateAt(fields: Fields, name: string, line: number, importing: Importing): string | null {
  const written = textAt(fields, name);
  const date = written === null ? null : dateFrom(written, importing.settings.dates);
  if (written !== null && date === null)
    importing.problem(line, name, `'${written}' is no date that is read; it is left out`);
  return date;
}

const readFields = new Set([
  '@context',
  '@type',
  '@id',
  'claimReviewed',
  'itemReviewed',
  'author',
  'datePublished',
  'url',
  'inLanguage',
  'headline',
  'name',
]);

function noteUnread(review: Fields, { tally }: Importing): void {
  for (const name of Object.keys(review)) {
    if (name === 'reviewRating')
      tally.leaveOut(name, 'only its words are kept, as the note of the rendition');
    else if (!readFields.has(name)) tally.leaveOut(name, 'records have no field for it');
  }
}
