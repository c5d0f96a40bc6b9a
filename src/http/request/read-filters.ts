// Reads the values of filters: what each stands for, or every fault of a request at once.
import type { Collection } from '../../records/kinds.ts';
import type { Group } from '../../store/plan.ts';
import type { Later } from '../../store/store.ts';
import type { Data } from '../context.ts';
import { type Fault, mostFaults, Problem } from '../problems/problem.ts';
import { readCode } from './code-values.ts';
import { allOf, facetOf, inOneForm } from './filter-query.ts';
import { countValues, type Known, possibleNames, readValues, type WrittenValue } from './filter-values.ts';
import { type Filter, mostValues } from './filters.ts';
import { readId } from './id-values.ts';
import { type NamesFound, namesFound, readName } from './name-values.ts';

/** A filter as a request has it: the texts of its parameter, or of the one that asks for all values. */
interface Given {
  filter: Filter;
  param: string;
  isAll: boolean;
  texts: readonly string[];
}

/**
 * Turns the given values into groups of filter terms, in a fixed order, so that equal questions are equal groups.
 * Throws one Problem for all the values that stand for nothing or for several things.
 */
export async function readFilters(
  data: Data,
  collection: Collection,
  filters: readonly Filter[],
  query: Record<string, unknown>,
): Promise<Group[]> {
  const given = givenIn(query, filters);
  refuseTooMany(given);
  const found = await lookUp(data, given);
  const groups: Group[] = [];
  const faults: Fault[] = [];
  for (const filter of new Set(given.map((each) => each.filter))) {
    const own: Group[] = [];
    for (const each of given.filter((one) => one.filter === filter)) {
      if (faults.length >= mostFaults) break; // no more are told, and each costs a comparison with every name there is
      const read = await readGiven({ data, collection, found }, each);
      own.push(...read.groups);
      faults.push(...read.faults.map((fault) => ({ ...fault, param: each.param })));
    }
    groups.push(...inOneForm(filter.param, own));
  }
  const [first, ...rest] = faults;
  if (first) throw new Problem(first, ...rest);
  return groups;
}

/** In the order of the filters, of which a query names few. */
function givenIn(query: Record<string, unknown>, filters: readonly Filter[]): Given[] {
  const named = new Set(Object.keys(query).map(facetOf));
  return filters
    .filter(({ param }) => named.has(param))
    .flatMap((filter) =>
      [filter.param, allOf(filter.param)].flatMap((param) => {
        const texts = query[param] as string[] | undefined;
        return texts?.length ? [{ filter, param, isAll: param !== filter.param, texts }] : [];
      }),
    );
}

/** Before any is looked up: a wrong value costs a comparison with every name there is. */
function refuseTooMany(given: readonly Given[]): void {
  const values = given.flatMap((each) => each.texts).reduce((sum, text) => sum + countValues(text), 0);
  if (values <= mostValues) return;
  throw new Problem({ code: 'invalid-parameter', detail: `more than ${mostValues} filter values` });
}

/** What all possible names of a request stand for, asked for in one go. */
const lookUp = (data: Data, given: readonly Given[]): Promise<NamesFound> =>
  namesFound(
    data,
    given.flatMap(({ filter: { values }, texts }) =>
      'names' in values ? texts.flatMap(possibleNames).map((text) => ({ kinds: values.names, text })) : [],
    ),
  );

/** What values are read with. */
interface Reading {
  data: Data;
  collection: Collection;
  found: NamesFound;
}

/** The groups of one parameter: one for all values that any of is asked of, one for each that must hold with the others. */
async function readGiven(reading: Reading, given: Given): Promise<{ groups: Group[]; faults: Fault[] }> {
  const { filter, param, isAll, texts } = given;
  const { values: kind } = filter;
  const known: Known = {
    isName: (text) => 'names' in kind && reading.found.isName(kind, text),
    isId: (text) => 'names' in kind && reading.found.isId(kind, text),
  };
  const any: string[] = [];
  const groups: Group[] = [];
  const faults: Fault[] = [];
  for (const text of texts) {
    const { negated, values } = readValues(text, known);
    if (negated && isAll) {
      faults.push({
        code: 'invalid-parameter',
        detail: `${param}: write ${filter.param}=${text} to exclude`,
      });
      continue;
    }
    for (const value of values) {
      if (faults.length >= mostFaults) break;
      const terms = await readValue(reading, filter, value);
      if (typeof terms === 'object' && 'code' in terms) faults.push(terms);
      else if (negated || isAll) groups.push({ facet: filter.param, values: [terms].flat(), negated });
      else any.push(...[terms].flat());
    }
  }
  if (any.length > 0) groups.unshift({ facet: filter.param, values: [...new Set(any)], negated: false });
  return { groups, faults };
}

/** The terms that a value stands for, or what is wrong with it. */
function readValue(
  { data, collection, found }: Reading,
  { param, values }: Filter,
  { text, isQuoted }: WrittenValue,
): Later<string | readonly string[] | Fault> {
  if (text === '')
    return { code: 'invalid-parameter', detail: `${param}: expected a value between the commas` };
  const isSign = text.startsWith('!') && !isQuoted;
  if (isSign && !('names' in values && found.isName(values, text))) {
    const detail = `${param}: a '!' stands before the whole list; repeat the parameter to exclude '${text.slice(1)}'`;
    return { code: 'invalid-parameter', detail };
  }
  if ('names' in values) return readName(data, values, text, found);
  if ('idsOf' in values) return readId(data, values, text);
  return readCode(data, collection, param, values, text);
}
