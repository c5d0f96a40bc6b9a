// Values for parameters, made from their schemas: such as the description allows, such as it nearly allows, and any.
import { Buffer } from 'node:buffer';
import fc, { type Arbitrary } from 'fast-check';
import type { Operation, Parameter } from './operations.ts';
import { hostileText, ofLength } from './texts.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is meant to become of a request: it is answered, it has one fault, it is anything. */
export const moods = ['right', 'nearly right', 'hostile'] as const;
export type Mood = (typeof moods)[number];

/** Texts for a parameter. What they are is told from the description afterwards, not from how they were made. */
export function valueFor(
  vocabulary: Vocabulary,
  { template }: Operation,
  parameter: Parameter,
  mood: Mood,
): Arbitrary<string> {
  const known = vocabulary.known(template, parameter);
  const right = rightFor(parameter, known);
  if (mood === 'right') return right;
  const near = fc.oneof(...nearFor(parameter, known, vocabulary.cursor(template)));
  if (mood === 'nearly right')
    return fc.oneof({ weight: 1, arbitrary: right }, { weight: 3, arbitrary: near });
  return fc.oneof(
    { weight: 1, arbitrary: right },
    { weight: 1, arbitrary: near },
    { weight: 3, arbitrary: hostileText },
  );
}

const partialDates = fc
  .record({
    year: fc.constantFrom('2024', '2025', '0001', '9999'),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    parts: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ year, month, day, parts }) =>
    [year, ...[month, day].map((number) => String(number).padStart(2, '0'))].slice(0, parts).join('-'),
  );

const words = ['putin', 'talks', 'بوتين', 'محادثات السلام', '"وقف إطلاق النار"', '-trump summit', 'a'];

function rightFor({ name, schema, isList }: Parameter, known: readonly string[]): Arbitrary<string> {
  if (schema.enum) return fc.constantFrom(...schema.enum.map(String));
  if (schema.type === 'integer')
    return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 1_000 }).map(String);
  if (name === 'q') return fc.constantFrom(...words);
  if (schema.pattern !== undefined && (name === 'since' || name === 'until')) return partialDates;
  if (known.length === 0) return fc.constantFrom('anything');
  const one = fc.constantFrom(...known);
  if (!isList) return one;
  const several = fc.uniqueArray(one, { minLength: 1, maxLength: 3 });
  return fc
    .record({ isNegated: fc.boolean(), several })
    .map((given) => `${given.isNegated && !schema.pattern ? '!' : ''}${given.several.join(',')}`);
}

const nearlyNumbers = [
  '0',
  '-1',
  '00',
  '007',
  '5.0',
  '+5',
  ' 5',
  '5 ',
  '٥',
  '1e1',
  '0x5',
  '',
  '5,6',
  '1001',
  '101',
  '99999999999999999999',
];
const nearlyDates = [
  '2025-13-01',
  '2025-02-30',
  '2025-00',
  '2025-1-1',
  '٢٠٢٥',
  '2025-08-15T00:00:00Z',
  '2025-08-15\n',
  '20250815',
  '0000',
  '12025',
  '-2025',
  '',
];

function* nearFor(
  { name, schema }: Parameter,
  known: readonly string[],
  cursor: string | null,
): Generator<Arbitrary<string>> {
  if (schema.type === 'integer') yield fc.constantFrom(...nearlyNumbers);
  if (schema.pattern !== undefined || name === 'since') yield fc.constantFrom(...nearlyDates);
  if (schema.maxLength !== undefined) yield ofLength(schema.maxLength);
  if (name === 'cursor') yield tampered(cursor);
  const samples = [...(schema.enum ?? []).map(String), ...known].slice(0, 50);
  if (samples.length > 0) yield fc.tuple(fc.constantFrom(...samples), fc.constantFrom(...twists)).map(twist);
  yield fc.constantFrom('', ' ', ',', '!', 'x');
}

const twists = ['upper', 'space', 'cut', 'comma', 'doubled', 'negated', 'nul', 'path', 'swap'] as const;

function twist([text, how]: [string, (typeof twists)[number]]): string {
  const changed: Record<(typeof twists)[number], string> = {
    upper: text.toUpperCase(),
    space: ` ${text} `,
    cut: text.slice(0, -1),
    comma: `${text},`,
    doubled: `${text},${text}`,
    negated: `!${text}`,
    nul: `${text}\0`,
    path: `${text}/../${text}`,
    swap: text.replace(/(.)(.)/u, '$2$1'),
  };
  return changed[how];
}

/** Cursors that bear the mark of a list, and a place that it never gave. */
const tampered = (cursor: string | null): Arbitrary<string> =>
  fc
    .record({
      mark: fc.constantFrom(markOf(cursor), 'aaaaaaaaaaaa', ''),
      key: fc.oneof(hostileText, fc.constantFrom(keyOf(cursor), '', '0', '9999', '1 statements a', '2 x')),
      weight: fc.oneof(
        fc.constantFrom(0, -1, 1, 0.5, -0.0, 1e308, -1e308, 2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 63), 1e-320),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ),
    })
    .map(({ mark, key, weight }) => Buffer.from(JSON.stringify([mark, key, weight])).toString('base64url'));

const contentOf = (cursor: string | null): unknown[] =>
  cursor === null ? [] : (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]);
const markOf = (cursor: string | null): string => String(contentOf(cursor)[0] ?? '');
const keyOf = (cursor: string | null): string => String(contentOf(cursor)[1] ?? '');
