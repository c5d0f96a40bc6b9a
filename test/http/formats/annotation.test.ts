// Web Annotations: expanded with the terms of the specification, checked against the vocabulary that W3C publishes.
import openAnnotation from '@vocabulary/oa';
import jsonld from 'jsonld';
import t from 'tap';
import type { Passage } from '../../../src/resources/renditions/schema.ts';
import { testApp } from '../../support/app.ts';
import { pathOf, walk } from '../../support/lists.ts';
import { type Expanded, flat, Terms } from './vocabulary.ts';

const oa = 'http://www.w3.org/ns/oa#';
const activity = 'http://www.w3.org/ns/activitystreams#';
const terms = new Terms(openAnnotation);
const profile = 'http://www.w3.org/ns/anno.jsonld';
const id = { '@type': '@id' };
const vocab = { '@type': '@vocab' };

/** What the names mean that are used here (Web Annotation Vocabulary, 4: JSON-LD Context). */
const context = {
  id: '@id',
  type: '@type',
  ...Object.fromEntries(
    ['Annotation', 'SpecificResource', 'TextPositionSelector', 'TextQuoteSelector', 'TextualBody'].map(
      (name) => [name, oa + name],
    ),
  ),
  Text: 'http://purl.org/dc/dcmitype/Text',
  AnnotationPage: `${activity}OrderedCollectionPage`,
  AnnotationCollection: `${activity}OrderedCollection`,
  identifying: `${oa}identifying`,
  describing: `${oa}describing`,
  body: { '@id': `${oa}hasBody`, ...id },
  target: { '@id': `${oa}hasTarget`, ...id },
  source: { '@id': `${oa}hasSource`, ...id },
  selector: { '@id': `${oa}hasSelector`, ...id },
  motivation: { '@id': `${oa}motivatedBy`, ...vocab },
  purpose: { '@id': `${oa}hasPurpose`, ...vocab },
  exact: `${oa}exact`,
  start: { '@id': `${oa}start`, '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' },
  end: { '@id': `${oa}end`, '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger' },
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  format: 'http://purl.org/dc/elements/1.1/format',
  language: 'http://purl.org/dc/elements/1.1/language',
  items: { '@id': `${activity}items`, ...id, '@container': '@list' },
  partOf: { '@id': `${activity}partOf`, ...id },
  next: { '@id': `${activity}next`, ...id },
  total: `${activity}totalItems`,
};

async function expand(document: object): Promise<Expanded> {
  const documentLoader = async (url: string) => {
    if (url !== profile) throw new Error(`tried to fetch ${url}`);
    return { contextUrl: undefined, documentUrl: url, document: { '@context': context } };
  };
  const options = { documentLoader, safe: true } as jsonld.Options.Expand; // safe: nothing may be lost
  const [node] = (await jsonld.expand(document as jsonld.JsonLdDocument, options)) as Expanded[];
  return node ?? {};
}

/** Every term of the annotation vocabulary that a graph uses. */
function used(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith(oa) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [...used(key), ...used(inner)]);
}

t.test('every rendition as an annotation', async (t) => {
  const { get, ask } = await testApp(t);
  const passages = (await walk<Passage>(get, '/renditions?limit=100')).flatMap(({ data }) => data);
  for (const { href, statement, source, start, end, quotes } of passages) {
    const response = await ask(`${href}?format=annotation`);
    const node = await expand(response.json());
    t.equal(node['@id'], `http://localhost:80${href}`);
    t.same(node['@type'], [`${oa}Annotation`]);
    t.equal(flat(node[`${oa}hasBody`])[0]?.['@id'], `http://localhost:80${statement.href}`);
    const targets = flat(node[`${oa}hasTarget`]);
    for (const target of targets)
      t.equal(flat(target[`${oa}hasSource`])[0]?.['@id'], `http://localhost:80${source.href}`);
    t.same(
      targets.map((target) => selected(target)),
      [{ start, end }, ...quotes.map(({ text, start, end }) => ({ exact: text, start, end }))],
      `${href}: the passage, and each quotation`,
    );
    t.same(
      [...new Set(used(node))].filter((term) => !terms.has(term)),
      [],
    );
  }
});

/** What the selectors of a target say together. */
function selected(target: Expanded): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const selector of flat(target[`${oa}hasSelector`])) {
    for (const name of ['exact', 'start', 'end']) {
      for (const { '@value': value } of flat(selector[oa + name] ?? [])) found[name] = value;
    }
  }
  return found;
}

t.test('positions are code points of the text, quotations its words', async (t) => {
  const { get } = await testApp(t);
  const passages = (await walk<Passage>(get, '/renditions?limit=100')).flatMap(({ data }) => data);
  const quotes = passages.flatMap(({ quotes }) => quotes);
  t.ok(quotes.length > 50);
  for (const { text, start, end } of quotes) t.equal([...text].length, Number(end) - Number(start), text);
});

t.test('a page of annotations', async (t) => {
  const { ask } = await testApp(t);
  const response = await ask('/renditions?format=annotation&source=article-003&limit=3');
  t.equal(response.headers['content-type'], `application/ld+json; profile="${profile}"`);
  const page = await expand(response.json());
  t.same(page['@type'], [`${activity}OrderedCollectionPage`]);
  t.equal(flat(page[`${activity}items`]).length, 3);
  t.match(flat(page[`${activity}next`])[0]?.['@id'], /cursor=/);
  const whole = flat(page[`${activity}partOf`])[0];
  t.equal(pathOf(String(whole?.['@id'])), '/renditions?source=article-003&format=annotation');
  const last = (await ask('/renditions?format=annotation&source=article-003&limit=100')).json();
  t.notOk('next' in last);
  t.equal(last.items.length, last.partOf.total);
});

t.test('by Accept, with the profile and without', async (t) => {
  const { ask } = await testApp(t);
  for (const accept of ['application/ld+json', `application/ld+json; profile="${profile}"`]) {
    const { headers } = await ask('/renditions', { headers: { accept } });
    t.equal(headers['content-type'], `application/ld+json; profile="${profile}"`, accept);
  }
  const other = await ask('/renditions', { headers: { accept: 'application/ld+json; profile="urn:x"' } });
  t.match(other.json(), {
    code: 'not-acceptable',
    allowed: [/json$/, /ndjson$/, /^text\/csv/, /anno\.jsonld"$/],
  });
});
