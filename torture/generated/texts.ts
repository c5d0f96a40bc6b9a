// Texts that have hurt servers before, and ways in which a text can be written into a URL.
import { Buffer } from 'node:buffer';
import fc, { type Arbitrary } from 'fast-check';

/** Texts with a meaning to something that they could reach: SQL, full-text search, paths, HTML, JavaScript, formulas, JSON. */
const meaningful = [
  ...[
    "' OR 1=1 --",
    '"; DROP TABLE statement; --',
    "') UNION SELECT sql FROM sqlite_schema --",
    '%',
    '_',
    '\\',
  ],
  ...[
    '*',
    'NEAR(a b, 2)',
    'a AND',
    'OR',
    'NOT',
    '"',
    '""',
    'gist:a',
    '^a',
    '-',
    '- -',
    '-"',
    '«',
    '“a',
    'a*b',
  ],
  ...[
    '../../etc/passwd',
    '..\\..',
    'file:///etc/passwd',
    'http://[::1]/',
    '//host',
    '.',
    '..',
    '...',
    '....',
  ],
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
  ...[
    '!',
    '!!',
    '!a',
    ',',
    ',,',
    'a,',
    ',a',
    'a,!b',
    '..',
    '1..',
    '..1',
    '2..1',
    '0..',
    '1..101',
    '%00',
    '%2525',
  ],
];

/** Texts in which signs are not what they seem, or fewer or more than they seem. */
const deceiving = [
  ...['', ' ', '\t', '\n', '\r\n', '\0', 'a\0b', '\u007f', '\u0085', '\u2028', '\ufeff', '\u200b', '\u00ad'],
  ...[
    '\u202eputin',
    '\u2066putin\u2069',
    '\u200fبوتين',
    '\u061cبوتين',
    'بوتي\u200dن',
    'بوتـــين',
    'بُوتِينُ',
    'پوتین',
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
  ...['ﷺ', '﷽', 'ß', 'İ', 'ŉ', 'ﬁ', 'Ⅷ', '٤٢', '１２', '²', '½', 'e\u0301', 'é', 'Å', 'ﾊﾟ', '👩‍👩‍👧‍👦', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞A'],
  ...[
    '\u0300',
    '\u064b\u064c\u064d',
    'ال',
    'و',
    'لل',
    'والا',
    'PUTIN',
    'Putin',
    ' putin ',
    'put\u0131n',
    'рutin',
  ],
];

const letters = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکی ًٌٍَُِّْـ٠١٢٣٤٥٦٧٨٩،؛؟';

/** What long texts are made of. */
const units = [
  'a',
  'a ',
  'ب',
  'ب ',
  '\u{1f600}',
  '(',
  '[',
  '{"a":',
  '"',
  '«',
  '!',
  ',',
  '-',
  '.',
  'a,',
  'a.',
  '%',
  '\0',
  'ال',
  '\u0301',
  '\ud800',
];

/** Long texts; lengths lie about the bounds that the description names, in UTF-16 units. */
const long: Arbitrary<string> = fc
  .record({
    unit: fc.constantFrom(...units),
    length: fc.constantFrom(
      80,
      99,
      100,
      101,
      199,
      200,
      201,
      499,
      500,
      501,
      999,
      1000,
      1001,
      1999,
      2000,
      2001,
      4001,
      20_000,
    ),
  })
  .map(({ unit, length }) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length));

export const hostileText: Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...meaningful) },
  { weight: 4, arbitrary: fc.constantFrom(...deceiving) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary-ascii', maxLength: 30 }) },
  { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(...letters), maxLength: 40 }) },
  { weight: 2, arbitrary: long },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...deceiving), fc.constantFrom(...meaningful))
      .map((two) => two.join('')),
  },
);

/** Length of a text of this many code points about a bound; the last two are shorter in code points than in UTF-16 units. */
export const ofLength = (bound: number): Arbitrary<string> =>
  fc
    .record({ unit: fc.constantFrom('a', 'ب', '\u{1f600}', '\u{1d54f}'), more: fc.constantFrom(-1, 0, 1) })
    .map(({ unit, more }) => unit.repeat(Math.max(0, bound + more)));

/** How a text is written into a URL. What Node refuses outright is among it. */
export const writings = [
  'usual',
  'every byte',
  'lower case',
  'twice',
  'as it is',
  'broken',
  'overlong',
] as const;
export type Writing = (typeof writings)[number];

/** The bytes, as latin1 text, that stand in the URL. Half a surrogate pair is written as CESU-8 would. */
export function written(text: string, writing: Writing): string {
  const usual = percent(text, /[\w.~!*,:;@'()-]/);
  if (writing === 'every byte') return percent(text, /(?!)/);
  if (writing === 'lower case') return usual.replaceAll(/%[\dA-F]{2}/g, (code) => code.toLowerCase());
  if (writing === 'twice') return percent(usual, /[\w.~]/);
  if (writing === 'as it is') return Buffer.from(text.replaceAll(/[\r\n ]/g, '%20')).toString('latin1');
  if (writing === 'broken') return `${usual}${['%', '%4', '%zz', '%u0041', '%C3', '%80'][text.length % 6]}`;
  if (writing === 'overlong') return `${usual}%C0%AF%F5%80%80%80`;
  return usual;
}

function percent(text: string, plain: RegExp): string {
  let out = '';
  for (const sign of text) out += plain.test(sign) ? sign : bytesOf(sign).map(hexOf).join('');
  return out;
}

const hexOf = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;

function bytesOf(sign: string): number[] {
  const code = sign.codePointAt(0) ?? 0;
  const isHalf = code >= 0xd800 && code <= 0xdfff;
  return isHalf
    ? [0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)]
    : [...Buffer.from(sign)];
}
