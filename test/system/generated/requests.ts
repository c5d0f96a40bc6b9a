// Whole requests, made from the operations of the description and from header fields that clients send.
import fc, { type Arbitrary } from 'fast-check';
import { hostileText, type Mood, moods, valueFor } from './values.ts';
import type { Operation, Parameter } from './vocabulary.ts';

/** A value of a parameter as it is sent. */
export interface Given {
  name: string;
  text: string;
}

export interface Generated {
  mood: Mood;
  method: string;
  url: string;
  headers: Record<string, string>;
  /** Null for a path that is not in the description. */
  operation: Operation | null;
  query: readonly Given[];
}

/** Header fields that the server, or a proxy before it, reads. */
const fields: Readonly<Record<string, { right: readonly string[]; hostile: readonly string[] }>> = {
  accept: {
    right: ['*/*', 'application/json, */*;q=0.1'],
    hostile: [
      'text/html',
      'text/csv',
      'a',
      'application/json;q=0',
      '*/*;q=0',
      ',,',
      '*',
      'a/b,'.repeat(500),
      'application/*;q=x',
    ],
  },
  'accept-encoding': {
    right: ['gzip', 'br, gzip;q=0.5', 'identity', '*', 'zstd'],
    hostile: ['gzip;q=0', '*;q=0', 'identity;q=0', '', ',', 'a'.repeat(3_000), 'br;q=9', 'deflate'],
  },
  'if-none-match': {
    right: ['"abc"', 'W/"abc"', '"a", "b"'],
    hostile: ['*', '"', 'W/', '*,*', ','.repeat(5_000)],
  },
  range: {
    right: ['bytes=0-9'],
    hostile: ['bytes=', 'bytes=9-0', 'bytes=0-0,1-1', 'lines=1-2', `bytes=${'0-0,'.repeat(1_000)}`],
  },
  'if-range': { right: ['"abc"'], hostile: ['Sat, 32 Foo', 'W/"abc"', '"'] },
  origin: { right: ['https://example.org'], hostile: ['null', 'a', 'x'.repeat(2_000)] },
  'x-request-id': {
    right: ['0123456789abcdef', 'a-b_c.d'],
    hostile: ['', 'a b', 'x'.repeat(65), '"><script>', '%0d%0aX: y'],
  },
  'x-forwarded-for': { right: ['192.0.2.1'], hostile: ['a, b', '::1', "'"] },
  'x-forwarded-host': { right: [], hostile: ['evil.example', 'a b', '"'] },
  'x-forwarded-proto': { right: [], hostile: ['javascript', 'https'] },
  'x-http-method-override': { right: [], hostile: ['DELETE'] },
  host: {
    right: ['record.example', '[::1]:80'],
    hostile: ['evil.example/x', 'a@b', 'a:b:c', '"><script>', '..', 'a,b', '[::', '%00'],
  },
};

/** Any request; each operation comes as often as any other. */
export const anyRequest = (operations: readonly Operation[]): Arbitrary<Generated> =>
  fc.oneof(
    ...operations.flatMap((operation) =>
      moods.map((mood) => ({ weight: 3, arbitrary: requestTo(operation, mood) })),
    ),
    { weight: 10, arbitrary: requestElsewhere },
  );

const elsewhere = [
  ...[
    '/nowhere',
    '/Statements',
    '/statements/',
    '//statements',
    '/statements//x',
    '/people/putin/extra',
    '/.',
    '/..',
  ],
  ...[
    '/%2e%2e/etc',
    '/%00',
    '/statements%3Fq=a',
    '/statements%2Fa',
    '/people/%',
    '/people/%zz',
    '/;/',
    '/people/%80',
  ],
  ...['/people/a%2Fb/c', '/docs/../x', '/openapi.json/', '/docs/static/../../package.json', '/people/%C0%AF'],
  ...['/?', '/statements?%', '/statements?&&==&', '/people?=x', '/people?limit=%u0041', '/people?limit[]=1'],
];

const requestElsewhere: Arbitrary<Generated> = fc.record({
  mood: fc.constant<Mood>('hostile'),
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'),
  url: fc.constantFrom(...elsewhere),
  headers: headersFor('hostile'),
  operation: fc.constant(null),
  query: fc.constant([]),
});

function requestTo(operation: Operation, mood: Mood): Arbitrary<Generated> {
  const give = (parameter: Parameter): Arbitrary<Given> =>
    fc.record({ name: fc.constant(parameter.name), text: valueFor(operation, parameter, mood) });
  const inPath = operation.parameters.filter(({ where }) => where === 'path');
  const inQuery = operation.parameters.filter(
    ({ where, name }) => where === 'query' && (mood !== 'right' || name !== 'cursor'),
  );
  const needed = inQuery.filter(({ isRequired }) => isRequired);
  const others = mood === 'right' ? inQuery.map(give) : [...inQuery.map(give), unknownParameter];
  return fc
    .record({
      path: fc.tuple(...inPath.map(give)),
      needed: fc.tuple(...needed.map(give)),
      others: others.length === 0 ? fc.constant([]) : fc.array(fc.oneof(...others), { maxLength: 4 }),
      method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD'),
      headers: headersFor(mood),
    })
    .map(({ path, needed: first, others: more, method, headers }) => {
      const query = mood === 'right' ? meant([...first, ...more], inQuery) : [...first, ...more];
      const url = urlOf(operation.template, path, query);
      const isTooLong = url.length > 8_000; // Node may refuse it before it knows the method, and then sends a body to a HEAD too
      return { mood, method: isTooLong ? 'GET' : method, headers, operation, query, url };
    });
}

const unknownParameter: Arbitrary<Given> = fc.record({
  name: fc.constantFrom(
    'Limit',
    'speaker[]',
    'q[$ne]',
    '__proto__',
    'constructor',
    'toString',
    'q.q',
    '',
    ' q',
  ),
  text: hostileText,
});

/** Only lists are repeated, relevance is only asked for with words, and a time begins before it ends. */
function meant(given: readonly Given[], parameters: readonly Parameter[]): Given[] {
  const lists = new Set(parameters.filter(({ isList }) => isList).map(({ name }) => name));
  const hasWords = given.some(({ name }) => name === 'q');
  const yearOf = (bound: string) => given.find(({ name }) => name === bound)?.text.slice(0, 4) ?? '';
  const isOrdered = yearOf('until') === '' || yearOf('since') < yearOf('until');
  return given
    .filter(({ name }) => isOrdered || name !== 'since')
    .filter(({ name }, at) => lists.has(name) || given.findIndex((each) => each.name === name) === at)
    .filter(({ name, text }) => hasWords || name !== 'sort' || text !== 'relevance');
}

function urlOf(template: string, path: readonly Given[], query: readonly Given[]): string {
  const filled = path.reduce((so, { name, text }) => so.replace(`{${name}}`, () => encoded(text)), template);
  const pairs = query.map(({ name, text }) => `${encoded(name)}=${encoded(text)}`);
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`;
}

/** Half of a surrogate pair, which has no UTF-8, is sent in the bytes that it would have. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd')).replaceAll('%EF%BF%BD', '%ED%A0%80');

function headersFor(mood: Mood): Arbitrary<Record<string, string>> {
  const chosen = Object.entries(fields).flatMap(([name, { right, hostile }]) => {
    const values = mood === 'right' ? right : [...right, ...hostile];
    return values.length === 0 ? [] : [fc.constantFrom(...values).map((value) => [name, value] as const)];
  });
  return fc.array(fc.oneof(...chosen), { maxLength: 2 }).map((entries) => Object.fromEntries(entries));
}
