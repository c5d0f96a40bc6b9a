// Says where linked data breaks the vocabulary that it claims to use: unknown terms, and properties on the wrong things.
import type { DataFactory, Quad } from '@rdfjs/types';

type Vocabulary = (options: { factory: DataFactory }) => Quad[];

/** Subject, predicate, object: all that is looked at here. */
const factory = {
  namedNode: (value: string) => ({ value }),
  literal: (value: string) => ({ value }),
  blankNode: () => ({ value: '' }),
  quad: (subject: object, predicate: object, object: object) => ({ subject, predicate, object }),
} as unknown as DataFactory;

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#';

/** A node as `jsonld.expand` gives it. */
export type Expanded = { '@id'?: string; '@type'?: string[]; '@value'?: unknown } & Record<string, unknown>;

/** All triples of some vocabularies, to be asked for what stands in them. */
export class Terms {
  readonly #objects = new Map<string, string[]>();

  constructor(...vocabularies: Vocabulary[]) {
    for (const { subject, predicate, object } of vocabularies.flatMap((quads) => quads({ factory }))) {
      const key = `${subject.value} ${predicate.value}`;
      this.#objects.set(key, [...(this.#objects.get(key) ?? []), object.value]);
    }
  }

  /** What the vocabulary says of a term in a property. */
  of(term: string, property: string): string[] {
    return this.#objects.get(`${term} ${property}`) ?? [];
  }

  has(term: string): boolean {
    return this.of(term, `${rdf}type`).length > 0;
  }

  /** A class with all that it is a subclass of. */
  lineage(type: string): string[] {
    return [type, ...this.of(type, `${rdfs}subClassOf`).flatMap((parent) => this.lineage(parent))];
  }
}

const schema = 'http://schema.org/';

/** schema.org answers to both schemes; its own vocabulary file uses the older one. */
const inSchema = (iri: string): string => iri.replace('https://schema.org/', schema);

/** What is wrong with a node of schema.org and all nodes inside it, each fault once. */
export function schemaFaults(node: Expanded, terms: Terms): Set<string> {
  const faults = new Set<string>();
  const types = (node['@type'] ?? []).map(inSchema);
  const lineage = new Set(types.flatMap((type) => terms.lineage(type)));
  for (const type of types) if (!terms.has(type)) faults.add(`there is no class ${type}`);
  for (const [iri, values] of Object.entries(node).filter(([key]) => !key.startsWith('@'))) {
    const property = inSchema(iri);
    if (!terms.has(property)) faults.add(`there is no property ${property}`);
    const domain = terms.of(property, `${schema}domainIncludes`);
    const isRole = lineage.has(`${schema}Role`); // stands in for the property that leads to it, and repeats it
    if (domain.length > 0 && !isRole && !domain.some((type) => lineage.has(type)))
      faults.add(`${property} is not a property of ${types}`);
    for (const value of flat(values)) {
      for (const fault of valueFaults(property, value, terms)) faults.add(fault);
    }
  }
  return faults;
}

/** The values of a property, those of a list one by one. */
export const flat = (values: unknown): Expanded[] =>
  (values as Expanded[]).flatMap((value) => ('@list' in value ? (value['@list'] as Expanded[]) : [value]));

function valueFaults(property: string, value: Expanded, terms: Terms): Set<string> {
  const range = terms.of(property, `${schema}rangeIncludes`).map((type) => type.replace(schema, ''));
  if (range.length === 0) return new Set(); // SKOS, which gives its ranges in another way
  if ('@value' in value)
    return fits(value['@value'], range) ? new Set() : new Set([`${property}: not a ${range}`]);
  const types = (value['@type'] ?? []).flatMap((type) => terms.lineage(inSchema(type)));
  const isKnown =
    types.includes(`${schema}Role`) ||
    range.some((type) => types.includes(schema + type)) ||
    range.includes('URL');
  const faults = schemaFaults(value, terms);
  if (!isKnown) faults.add(`${property}: ${value['@type']} is not a ${range}`);
  return faults;
}

const fits = (value: unknown, range: string[]): boolean =>
  typeof value === 'number'
    ? range.some((type) => ['Number', 'Integer', 'Text'].includes(type))
    : range.some((type) => ['Text', 'URL', 'Date', 'DateTime'].includes(type));
