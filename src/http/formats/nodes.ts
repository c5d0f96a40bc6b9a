// Nodes of linked data: what a record is called in schema.org, with a whole URL for its id and texts by language.
import { type Precision, precisionOf } from '../../records/dates.ts';
import { typeOf } from '../../records/kinds.ts';
import type { Reference } from '../../records/references.ts';

/** A node of a JSON-LD document (JSON-LD 1.1, 9.2). */
export interface Node {
  '@id'?: string;
  '@type': string | string[];
  [property: string]: unknown;
}

/** Another record, in short: enough to show it, and the same `@id` under which it is served in full. */
export const referenceNode = ({ id, kind, name, href }: Reference, origin: string): Node => ({
  '@id': origin + href,
  '@type': typeOf(kind),
  identifier: id,
  name,
});

/** The same where there may be none. */
export const optionalNode = (reference: Reference | null, origin: string): Node | null =>
  reference && referenceNode(reference, origin);

/** A source in short, with its publisher. */
export const articleNode = (source: Reference & { outlet: Reference | null }, origin: string): Node =>
  stated({ ...referenceNode(source, origin), publisher: optionalNode(source.outlet, origin) });

/** Some unnamed work of the outlet that a passage credits. */
export const creditedWork = (via: Reference | null, origin: string): Node | null =>
  via && { '@type': 'CreativeWork', publisher: referenceNode(via, origin) };

/** The same thing in Wikidata. */
export const wikidataUrl = (id: string | null): string | null => id && `http://www.wikidata.org/entity/${id}`;

const typeOfDate = {
  year: 'xsd:gYear',
  month: 'xsd:gYearMonth',
  day: 'xsd:date',
  moment: 'xsd:dateTime',
} as const satisfies Record<Precision, string>;

/** A date with the type of XML Schema that says how much of it is known. There a moment has seconds. */
export const dateNode = (date: string | null): object | null =>
  date === null
    ? null
    : {
        '@type': typeOfDate[precisionOf(date)],
        '@value': date.replace(/(?<=T\d\d:\d\d)(?=Z|[+-])/, ':00'),
      };

/** A node without the properties that say nothing. */
export const stated = (node: Node): Node =>
  Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) => !(value === null || (Array.isArray(value) && value.length === 0)),
    ),
  ) as Node;

/** A document in full, with the properties that its kind adds. */
export const documentNode = (
  type: Node['@type'],
  { id, href }: { id: string; href: string },
  origin: string,
  properties: Record<string, unknown>,
): Node => stated({ '@id': origin + href, '@type': type, identifier: id, ...properties });

/** Texts by language as values of their own, where the same property also takes other values. */
export const taggedTexts = (texts: Record<string, string>): object[] =>
  Object.entries(texts).map(([language, text]) => ({ '@value': text, '@language': language }));
