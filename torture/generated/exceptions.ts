// The rules that a schema cannot state: where one of them may fail, a request may be refused though its schema allows it.
import type { Parameter } from './operations.ts';
import type { Read } from './verdict.ts';

export interface Exception {
  name: string;
  /** Whether the rule may fail for this request. */
  fits: (read: Read) => boolean;
  /** Codes with which the request may be refused then; `any` where what is asked cannot be told. */
  refusals: readonly string[];
  /** Parameters whose schema may look broken though the value is meant well. */
  covers?: readonly string[];
}

/** The values of a parameter in a request. */
export function textsOf({ path, query }: Read, { name, where }: Parameter): readonly string[] {
  if (where === 'query') return query.get(name) ?? [];
  const text = path.get(name);
  return text === undefined ? [] : [text];
}

/** Whether a value of any parameter that the rule is about may fail it. */
const some =
  (
    isAbout: (parameter: Parameter) => boolean,
    mayFail: (text: string, parameter: Parameter, read: Read) => boolean,
  ) =>
  (read: Read): boolean =>
    read.operation.parameters.some(
      (parameter) =>
        isAbout(parameter) && textsOf(read, parameter).some((text) => mayFail(text, parameter, read)),
    );

const isFilter = ({ isList, schema }: Parameter): boolean =>
  isList && schema.enum === undefined && schema.pattern === undefined;

const header = ({ generated }: Read, name: string): string | undefined =>
  generated.headers.find(([each]) => each === name)?.[1];

const plainHost = /^(?:[a-z][\w.-]{1,200}|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

export const exceptions: readonly Exception[] = [
  {
    name: 'a filter names what there is',
    fits: some(isFilter, (text, parameter, { operation, vocabulary }) => {
      const known = new Set(vocabulary.known(operation.template, parameter));
      return !text
        .replace(/^!/, '')
        .split(',')
        .every((value) => known.has(value));
    }),
    refusals: ['unknown-value', 'ambiguous-value', 'invalid-parameter'],
  },
  {
    name: 'at most 100 values to filter by',
    fits: (read) =>
      read.operation.parameters
        .filter(isFilter)
        .flatMap((each) => textsOf(read, each))
        .join()
        .split(',').length > 100,
    refusals: ['invalid-parameter'],
  },
  {
    name: 'a path names what there is',
    fits: some(
      ({ where }) => where === 'path',
      (text, parameter, { operation, vocabulary }) =>
        !vocabulary.known(operation.template, parameter).includes(text),
    ),
    refusals: ['unknown-id', 'unknown-value', 'uri-too-long', 'malformed-request', 'unknown-route'],
  },
  {
    name: 'fields and facets are named as they are',
    fits: some(
      ({ name }) => ['fields', 'facets', 'by'].includes(name),
      (text, { offered }) => !offered.includes(text),
    ),
    refusals: ['unknown-value', 'invalid-parameter'],
  },
  {
    name: 'a cursor is taken from an answer',
    fits: some(
      ({ name }) => name === 'cursor',
      () => true,
    ),
    refusals: ['invalid-cursor', 'cursor-mismatch'],
  },
  {
    name: 'a day is one that the calendar has',
    fits: some(
      ({ name, schema }) => (name === 'since' || name === 'until') && schema.pattern !== undefined,
      (text) => !isOfCalendar(text),
    ),
    refusals: ['invalid-parameter'],
  },
  {
    name: 'changes are since a version or a time',
    fits: some(
      ({ name, schema }) => name === 'since' && schema.pattern === undefined,
      () => true,
    ),
    refusals: ['invalid-parameter', 'unknown-value'],
  },
  {
    name: 'relevance goes by the words of q',
    fits: (read) =>
      read.query.get('sort')?.[0] === 'relevance' && !/\p{L}{3}/u.test(read.query.get('q')?.[0] ?? ''),
    refusals: ['invalid-parameter'],
  },
  {
    name: 'a search has a word to find',
    fits: (read) =>
      read.operation.template === '/search' && !/^\p{L}{4}/u.test(read.query.get('q')?.[0] ?? ''),
    refusals: ['invalid-parameter'],
  },
  {
    name: 'a number may begin with zeros',
    fits: some(
      ({ schema }) => schema.type === 'integer',
      (text) => /^0\d{1,3}$/.test(text),
    ),
    refusals: ['invalid-parameter'],
    covers: ['limit'],
  },
  {
    name: 'there is a media type that is accepted',
    fits: (read) => !/(?:^|,) *\*\/\*(?:,|$|;q=0\.)/.test(header(read, 'Accept') ?? '*/*'),
    refusals: ['not-acceptable'],
  },
  {
    name: 'a range holds bytes of the file',
    fits: (read) => header(read, 'Range') !== undefined,
    refusals: ['range-not-satisfiable'],
  },
  {
    name: 'the host is a host',
    fits: (read) => !plainHost.test(header(read, 'Host') ?? ''),
    refusals: ['malformed-request'],
  },
  {
    name: 'about as long as Node reads',
    fits: ({ generated: { target, headers } }) => target.length + headers.flat().join('').length > 15_000,
    refusals: ['header-too-large'],
  },
  {
    name: 'another spelling of a path',
    fits: ({ generated: { target } }) => target.includes('#'),
    refusals: ['any'],
  },
];

function isOfCalendar(text: string): boolean {
  const [year = '', month = '01', day = '01'] = text.split('-');
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}
