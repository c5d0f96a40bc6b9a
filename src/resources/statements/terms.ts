// The filter values that statements answer to, and those of their renditions.
import { dateTerm, monthOf } from '../../records/dates.ts';
import { languageRanges } from '../../records/languages.ts';
import type { Lookup } from '../../records/lookup.ts';
import type { FacetOfRenditions } from '../../store/plan.ts';
import { outletsOf, outletTerms } from '../sources/outlet-filters.ts';
import { reportedValues } from './reported.ts';
import type { Rendition, Statement } from './schema.ts';
import { isDiffering } from './wording.ts';

type Term = readonly [facet: string, value: string];

/** Its own values, and those of every rendition. */
export function* statementTerms(statement: Statement, lookup: Lookup): Iterable<Term> {
  yield* ownTerms(statement, lookup);
  for (const rendition of statement.renditions) yield* renditionTerms(rendition);
}

/** The values of a statement that do not depend on a single rendition, with what places, topics and events lie under. */
export function* ownTerms(statement: Statement, lookup: Lookup): Iterable<Term> {
  const { speakers, addressees, topics, mentions, place, event, saidOn } = statement;
  for (const { id } of speakers) {
    yield ['speaker', id];
    const country = lookup.countryOf(id);
    if (country !== null) yield ['country', country];
  }
  for (const { id } of addressees) yield ['addressee', id];
  if (saidOn !== null) yield* dateTerms(saidOn);
  for (const { id } of topics) for (const topic of lookup.lineage('topic', id)) yield ['topic', topic];
  for (const { kind, id } of mentions) {
    for (const mention of lookup.lineage(kind, id)) yield ['mention', `${kind}/${mention}`];
  }
  for (const id of lookup.lineage('place', place?.id ?? null)) yield ['place', id];
  for (const id of lookup.lineage('event', event?.id ?? null)) yield ['event', id];
  yield* comparisonTerms(statement);
}

function* dateTerms(saidOn: string): Iterable<Term> {
  yield ['saidOn', dateTerm(saidOn)];
  const month = monthOf(saidOn);
  if (month !== null) yield ['month', month];
}

/** The values that come of setting its renditions against one another. */
function* comparisonTerms({ reported, comparison, renditions }: Statement): Iterable<Term> {
  for (const outlet of exclusiveOutlets(renditions)) yield ['exclusive', outlet];
  for (const value of reportedValues(reported.sources)) yield ['reported', value];
  yield ['differing', String(isDiffering(comparison.wording))];
}

/** The outlets through which every one of the renditions reached the record. */
const exclusiveOutlets = (renditions: readonly Rendition[]): string[] =>
  renditions.map(outletsOf).reduce((shared, outlets) => shared.filter((outlet) => outlets.includes(outlet)));

/** The values of a rendition. */
export function* renditionTerms(rendition: Rendition): Iterable<readonly [FacetOfRenditions, string]> {
  const { source, mode, cue, language, proof } = rendition;
  yield* outletTerms(rendition);
  yield ['source', source.id];
  yield ['mode', mode];
  if (cue !== null) yield ['cue', cue.lemma.normalize('NFC')];
  for (const range of languageRanges(language)) yield ['language', range];
  yield ['proof', proof];
}
