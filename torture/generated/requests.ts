// Whole requests, made from the operations of the description and from everything that clients send beside.
import { Buffer } from 'node:buffer';
import fc, { type Arbitrary } from 'fast-check';
import { type Operation, operations, type Parameter } from './operations.ts';
import { hostileText, type Writing, writings, written } from './texts.ts';
import { type Mood, moods, valueFor } from './values.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A request as it goes out. Texts hold one byte of the wire in each character (latin1). */
export interface Generated {
  method: string;
  target: string;
  /** Names and values. */
  headers: readonly (readonly [string, string])[];
  body: string;
}

/** The bytes on the wire. */
export function bytesOf({ method, target, headers, body }: Generated): Buffer {
  const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  const length = body === '' ? '' : `Content-Length: ${body.length}\r\n`;
  return Buffer.from(`${method} ${target} HTTP/1.1\r\n${fields.join('')}${length}\r\n${body}`, 'latin1');
}

/** Any request. Every operation of the description comes as often as any other. */
export const anyRequest = (vocabulary: Vocabulary): Arbitrary<Generated> =>
  fc.oneof(
    ...operations.flatMap((operation) =>
      moods.map((mood) => ({
        weight: mood === 'right' ? 4 : 3,
        arbitrary: requestFor(vocabulary, operation, mood),
      })),
    ),
    { weight: 12, arbitrary: requestTo(fc.constantFrom(...elsewhere), 'hostile') },
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
  ],
  ...[
    '/..',
    '/%2e%2e/etc',
    '/%00',
    '/statements%3Fq=a',
    '/statements%2Fa',
    '/people/%',
    '/people/%zz',
    '/;/',
    '*',
  ],
  ...['/people/a%2Fb/c', '/docs/../x', '/openapi.json/', '/docs/static/../../package.json', '/%73tatements'],
  ...['http://example.org/people', '/statements#q', '/?', '/statements?%', '/statements?&&==&', '/people?=x'],
];

const requestFor = (vocabulary: Vocabulary, operation: Operation, mood: Mood): Arbitrary<Generated> =>
  requestTo(targetFor(vocabulary, operation, mood), mood);

const requestTo = (target: Arbitrary<string>, mood: Mood): Arbitrary<Generated> =>
  fc.record({ method: methodFor(mood), target, headers: headersFor(mood), body: bodyFor(mood) });

interface Given {
  name: string;
  text: string;
  writing: Writing;
}

function targetFor(vocabulary: Vocabulary, operation: Operation, mood: Mood): Arbitrary<string> {
  const give = (parameter: Parameter): Arbitrary<Given> =>
    fc.record({
      name: fc.constant(parameter.name),
      text: valueFor(vocabulary, operation, parameter, mood),
      writing: writingFor(mood),
    });
  const inPath = operation.parameters.filter(({ where }) => where === 'path');
  const inQuery = operation.parameters.filter(({ where }) => where === 'query');
  const required = inQuery.filter(({ isRequired }) => isRequired || mood === 'right').filter(isNeeded);
  return fc
    .record({
      path: fc.tuple(...inPath.map(give)),
      needed: fc.tuple(...required.map(give)),
      others: fc.array(anyOf(inQuery, give, mood), { maxLength: mood === 'right' ? 4 : 3 }),
    })
    .map(({ path, needed, others }) => {
      const given = mood === 'right' ? onceEach(inQuery, [...needed, ...others]) : [...needed, ...others];
      return joined(operation.template, path, given);
    });
}

/** What a search needs, whatever the description says. */
const isNeeded = ({ name, isRequired }: Parameter): boolean => isRequired || name === 'q';

function anyOf(
  parameters: readonly Parameter[],
  give: (parameter: Parameter) => Arbitrary<Given>,
  mood: Mood,
): Arbitrary<Given> {
  const known = parameters.map((parameter) => ({ weight: 6, arbitrary: give(parameter) }));
  const names = [
    'limit',
    'Limit',
    'speaker[]',
    'q[$ne]',
    '__proto__',
    'constructor',
    'toString',
    'q.q',
    '',
    ' q',
  ];
  const unknown = fc.record({
    name: fc.constantFrom(...names),
    text: hostileText,
    writing: fc.constant<Writing>('usual'),
  });
  return fc.oneof(...known, { weight: mood === 'right' && known.length > 0 ? 0 : 2, arbitrary: unknown });
}

/** What is right is not repeated, unless it may be. */
function onceEach(parameters: readonly Parameter[], given: readonly Given[]): Given[] {
  const lists = new Set(parameters.filter(({ isList }) => isList).map(({ name }) => name));
  return given.filter(
    ({ name }, at) => lists.has(name) || given.findIndex((other) => other.name === name) === at,
  );
}

function joined(template: string, path: readonly Given[], query: readonly Given[]): string {
  const filled = path.reduce(
    (so, { name, text, writing }) => so.replace(`{${name}}`, () => written(text, writing)),
    template,
  );
  const pairs = query.map(({ name, text, writing }) => `${written(name, 'usual')}=${written(text, writing)}`);
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`;
}

const writingFor = (mood: Mood): Arbitrary<Writing> =>
  mood === 'right'
    ? fc.constantFrom('usual', 'usual', 'every byte', 'lower case')
    : fc.oneof(
        { weight: 4, arbitrary: fc.constant<Writing>('usual') },
        { weight: 1, arbitrary: fc.constantFrom(...writings) },
      );

const methodFor = (mood: Mood): Arbitrary<string> =>
  mood === 'right'
    ? fc.constantFrom('GET', 'GET', 'GET', 'HEAD')
    : fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom('GET', 'GET', 'GET', 'HEAD') },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            'OPTIONS',
            'POST',
            'PUT',
            'PATCH',
            'DELETE',
            'TRACE',
            'PROPFIND',
            'SEARCH',
            'get',
            'FOO',
          ),
        },
      );

const bodyFor = (mood: Mood): Arbitrary<string> =>
  mood === 'right'
    ? fc.constant('')
    : fc.oneof(
        { weight: 20, arbitrary: fc.constant('') },
        {
          weight: 1,
          arbitrary: fc.constantFrom('{', '{"__proto__":{}}', `${'['.repeat(5_000)}`, 'a=b', '\0'),
        },
      );

/** Header fields that this server, or what stands before it, looks at. */
const fields: Readonly<Record<string, { right: readonly string[]; hostile: readonly string[] }>> = {
  Accept: {
    right: ['*/*', 'application/json, */*;q=0.1'],
    hostile: [
      'text/html',
      'text/csv',
      'application/x-ndjson',
      'a',
      'application/json;q=0',
      '*/*;q=0',
      ',,',
      '*',
      'application/ld+json;profile="x"',
      `${'a/b,'.repeat(500)}`,
      'application/*;q=x',
    ],
  },
  'Accept-Encoding': {
    right: ['gzip', 'br, gzip;q=0.5', 'identity', '*', 'zstd'],
    hostile: ['gzip;q=0', '*;q=0', 'identity;q=0', '', ',', 'a'.repeat(3_000), 'br;q=9', 'deflate'],
  },
  'If-None-Match': {
    right: ['"abc"', 'W/"abc"', '"a", "b"'],
    hostile: ['*', '"', 'W/', '*,*', '" *', ','.repeat(5_000), '"a'.repeat(1_000)],
  },
  Range: {
    right: ['bytes=0-9', 'bytes=-5'],
    hostile: [
      'bytes=',
      'bytes=-',
      'bytes=9-0',
      'bytes=0-0,1-1',
      'bytes=99999999999999999999-',
      'lines=1-2',
      'bytes=0x0-1',
      `bytes=${'0-0,'.repeat(1_000)}`,
    ],
  },
  'If-Range': { right: ['"abc"'], hostile: ['Sat, 32 Foo', 'W/"abc"', '"'] },
  Origin: { right: ['https://example.org'], hostile: ['null', 'a', 'https://a.b/\u00ff', 'x'.repeat(2_000)] },
  'Access-Control-Request-Method': { right: ['GET'], hostile: ['DELETE', '', 'a b'] },
  'X-Request-Id': {
    right: ['0123456789abcdef', 'a-b_c.d'],
    hostile: ['', 'a b', 'x'.repeat(65), '"><script>', '\u00e4', 'a\tb', '%0d%0aX: y', '../x'],
  },
  'Content-Type': {
    right: [],
    hostile: ['application/json', 'text/plain; charset=x', 'a', 'multipart/form-data'],
  },
  Cookie: { right: ['a=b'], hostile: ['='.repeat(4_000), '__proto__=1'] },
  'X-Forwarded-For': { right: ['192.0.2.1'], hostile: ['a, b', '::1', "'"] },
  'X-Forwarded-Host': { right: [], hostile: ['evil.example', 'a b', '"'] },
  'X-Forwarded-Proto': { right: [], hostile: ['javascript', 'https'] },
  'X-HTTP-Method-Override': { right: [], hostile: ['DELETE'] },
  'X-Broken': { right: [], hostile: ['a\0b', '\u0001', '\u007f', 'x'.repeat(17_000)] },
};

const hosts = {
  right: ['record.example', '127.0.0.1:3000', '[::1]:80'],
  hostile: [
    '',
    'a b',
    'evil.example/x',
    'a@b',
    'a:b:c',
    '"><script>',
    '\u00ff',
    '..',
    'x'.repeat(300),
    'a,b',
    '[::',
    '%00',
  ],
};

type Field = readonly [string, string];

function headersFor(mood: Mood): Arbitrary<Field[]> {
  const others = Object.entries(fields).flatMap(([name, { right, hostile }]) => {
    const values = mood === 'right' ? right : [...right, ...hostile];
    return values.length === 0 ? [] : [fc.constantFrom(...values).map((value): Field => [name, value])];
  });
  const host = fc.constantFrom(...hosts.right).map((value): Field[] => [['Host', value]]);
  const badHost = fc.constantFrom<Field[]>([], ...hosts.hostile.map((value): Field[] => [['Host', value]]));
  return fc
    .tuple(
      mood === 'hostile' ? fc.oneof({ weight: 9, arbitrary: host }, { weight: 1, arbitrary: badHost }) : host,
      fc.oneof(
        { weight: 2, arbitrary: fc.constant<Field[]>([]) },
        {
          weight: 1,
          arbitrary: fc.uniqueArray(fc.oneof(...others), { maxLength: 3, selector: ([name]) => name }),
        },
      ),
    )
    .map((parts) => parts.flat());
}
