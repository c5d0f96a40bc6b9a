// Values of parameters: such as the description allows, such as it nearly allows, and texts that have hurt servers before.
import fc, { type Arbitrary } from 'fast-check';
import type { Operation, Parameter } from './vocabulary.ts';

/** What a request is meant to be: one that must be answered, one with a small fault, or anything. */
export const moods = ['right', 'nearly right', 'hostile'] as const;
export type Mood = (typeof moods)[number];

export function valueFor(operation: Operation, parameter: Parameter, mood: Mood): Arbitrary<string> {
  const right = rightFor(parameter);
  if (mood === 'right') return right;
  const near = fc.oneof(...nearFor(operation, parameter));
  return mood === 'nearly right'
    ? fc.oneof(right, near, near)
    : fc.oneof(right, near, hostileText, hostileText);
}

const words = ['putin', 'talks', 'بوتين', 'محادثات السلام', '"وقف إطلاق النار"', '-trump summit', 'alaska'];

const partialDates = fc
  .tuple(
    fc.constantFrom('2024', '2025', '0001', '9999'),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([year, month, day, parts]) =>
    [year, ...[month, day].map((number) => String(number).padStart(2, '0'))].slice(0, parts).join('-'),
  );

function rightFor({ name, where, schema, isList, known }: Parameter): Arbitrary<string> {
  if (schema.enum) return fc.constantFrom(...schema.enum.map(String));
  if (schema.type === 'integer')
    return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1_000 }).map(String);
  if (name === 'q') return fc.constantFrom(...words);
  if (schema.pattern !== undefined && (name === 'since' || name === 'until')) return partialDates;
  if (known.length === 0) return fc.constant('anything');
  const one = fc.constantFrom(...known);
  if (!isList || where === 'path' || schema.pattern !== undefined) return one;
  return fc
    .tuple(
      name.endsWith('.all') ? fc.constant('') : fc.constantFrom('', '!'),
      fc.uniqueArray(one, { minLength: 1, maxLength: 3 }),
    )
    .map(([not, several]) => not + several.join(','));
}

const nearNumbers = [
  '0',
  '-1',
  '00',
  '007',
  '5.0',
  '+5',
  ' 5',
  '٥',
  '1e1',
  '0x5',
  '',
  '5,6',
  '1001',
  '101',
  '9'.repeat(20),
];
const nearDates = [
  '2025-13-01',
  '2025-02-30',
  '2025-00',
  '2025-1-1',
  '٢٠٢٥',
  '2025-08-15T00:00:00Z',
  '2025-08-15\n',
  '0000',
  '12025',
  '',
];

function* nearFor({ cursor }: Operation, { name, schema, known }: Parameter): Generator<Arbitrary<string>> {
  if (schema.type === 'integer') yield fc.constantFrom(...nearNumbers);
  if (schema.pattern !== undefined || name === 'since') yield fc.constantFrom(...nearDates);
  if (schema.maxLength !== undefined) yield aboutAsLongAs(schema.maxLength);
  if (name === 'cursor') yield tamperedWith(cursor);
  const samples = [...(schema.enum ?? []).map(String), ...known].slice(0, 50);
  if (samples.length > 0)
    yield fc
      .tuple(fc.constantFrom(...samples), fc.constantFrom(...twists))
      .map(([text, twist]) => twist(text));
  yield fc.constantFrom('', ' ', ',', '!', 'x');
}

const twists: readonly ((text: string) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => ` ${text} `,
  (text) => text.slice(0, -1),
  (text) => `${text},`,
  (text) => `${text},${text}`,
  (text) => `!${text}`,
  (text) => `${text}\0`,
  (text) => `${text}/../${text}`,
  (text) => text.replace(/(.)(.)/u, '$2$1'),
];

/** Code points just below, at and above a bound; emoji are two UTF-16 units each. */
const aboutAsLongAs = (bound: number): Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom('a', 'ب', '\u{1f600}'), fc.constantFrom(-1, 0, 1))
    .map(([unit, more]) => unit.repeat(Math.max(0, bound + more)));

/** Cursors of the right list with a place that it never gave. */
function tamperedWith(cursor: string | null): Arbitrary<string> {
  const [mark, key] =
    cursor === null ? [] : (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]);
  return fc
    .tuple(
      fc.constantFrom(String(mark ?? ''), 'aaaaaaaaaaaa', ''),
      fc.oneof(hostileText, fc.constantFrom(String(key ?? ''), '', '0', '9999', '1 statements a', '2 x')),
      fc.oneof(
        fc.constantFrom(0, -1, 0.5, 1e308, 2 ** 32, 2 ** 53, -(2 ** 63), 1e-320),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ),
    )
    .map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'));
}

/** Texts that mean something to SQL, full-text search, file systems, HTML, JavaScript, spreadsheets, JSON or this API. */
const meaningful = [
  ...[
    "' OR 1=1 --",
    '"; DROP TABLE statement; --',
    "') UNION SELECT sql FROM sqlite_schema --",
    '%',
    '_',
    '\\',
    '*',
  ],
  ...['NEAR(a b, 2)', 'a AND', 'OR', 'NOT', '"', '""', 'gist:a', '^a', '-', '- -', '-"', '«', '“a', 'a*b'],
  ...['../../etc/passwd', '..\\..', 'file:///etc/passwd', 'http://[::1]/', '//host', '.', '..', '....'],
  ...[
    '<script>alert(1)</script>',
    '=cmd()',
    '+1',
    '@a',
    '#{7*7}',
    '{{7*7}}',
    '{"$ne":1}',
    '[]',
    '&amp;',
    '-->',
  ],
  ...[
    'null',
    'undefined',
    'NaN',
    'Infinity',
    '-0',
    '1e309',
    '0x10',
    'true',
    '[object Object]',
    '9007199254740993',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'prototype',
    'then',
    '__proto__.id',
    'a.__proto__',
  ],
  ...['!', '!!', '!a', ',', ',,', 'a,', ',a', 'a,!b', '1..', '..1', '2..1', '1..101', '%00', '%2525'],
];

/** Texts in which characters are not what they seem, or are more or fewer than they seem. */
const deceiving = [
  ...['', ' ', '\t', '\n', '\r\n', '\0', 'a\0b', '\u007f', '\u0085', '\u2028', '\ufeff', '\u200b', '\u00ad'],
  ...[
    '\u202eputin',
    '\u2066putin\u2069',
    '\u200fبوتين',
    'بوتي\u200dن',
    'بوتـــين',
    'بُوتِينُ',
    'پوتین',
    'рutin',
    'PUTIN',
  ],
  ...[
    '\ud800',
    '\udc00',
    '\udc00\ud800',
    'a\ud83d',
    '\ud83d\ude00',
    '\uffff',
    '\ufffd',
    '\u{10ffff}',
    '\u{e0001}',
  ],
  ...[
    'ﷺ',
    '﷽',
    'ß',
    'İ',
    'ŉ',
    'ﬁ',
    'Ⅷ',
    '٤٢',
    '１２',
    '²',
    '½',
    'e\u0301',
    'Å',
    '👩‍👩‍👧‍👦',
    '\u0300',
    '\u064b\u064c',
    'ال',
    'و',
    'لل',
  ],
];

const letters = [...'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکیًَُِّْـ٠١٢٣،؛؟ '];

const long = fc
  .tuple(
    fc.constantFrom(
      'a',
      'a ',
      'ب',
      '\u{1f600}',
      '(',
      '[',
      '"',
      '«',
      '!',
      ',',
      '-',
      'a,',
      '%',
      '\0',
      'ال',
      '\u0301',
    ),
    fc.constantFrom(99, 100, 101, 200, 201, 500, 501, 1_000, 2_001, 4_001),
  )
  .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length));

export const hostileText: Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...meaningful) },
  { weight: 4, arbitrary: fc.constantFrom(...deceiving) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(...letters), maxLength: 40 }) },
  { weight: 2, arbitrary: long },
);
