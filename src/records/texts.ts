// Texts by language: which of them is shown, and which languages a record has.
import { z } from 'zod';

/** Texts by language tag, in the order of the record; at least one. */
export interface Texts {
  readonly [language: string]: string;
}

/** One of them, with its language. */
export interface Text {
  language: string;
  text: string;
}

/** The text in the first of the preferred languages that there is; else the first that the record gives. */
export function textIn(texts: Texts, preferred: readonly string[]): Text {
  const language = preferred.find((each) => Object.hasOwn(texts, each)) ?? Object.keys(texts)[0] ?? '';
  return { language, text: texts[language] ?? '' };
}

/** The text that the record gives first. */
export const ownText = (texts: Texts): Text => textIn(texts, []);

/** A way from a record to texts: names of fields; null stands for each entry of a list. */
type Path = readonly (string | null)[];

/** Makes the function that gives all texts by language in a record of a schema. */
export function textsReader(schema: z.ZodType): (record: object) => Iterable<Texts> {
  const paths = [...pathsIn(schema, [])];
  return function* read(record) {
    for (const path of paths) yield* textsAt(record, path);
  };
}

/** Only texts by language are records in the sense of zod: every other object has its fields named. */
function* pathsIn(schema: unknown, at: Path): Generator<Path> {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    yield* pathsIn(schema.unwrap(), at);
  else if (schema instanceof z.ZodArray) yield* pathsIn(schema.element, [...at, null]);
  else if (schema instanceof z.ZodUnion) for (const option of schema.options) yield* pathsIn(option, at);
  else if (schema instanceof z.ZodRecord) yield at;
  else if (schema instanceof z.ZodObject) {
    for (const [field, inner] of Object.entries(schema.shape)) yield* pathsIn(inner, [...at, field]);
  }
}

function* textsAt(value: unknown, [step, ...rest]: Path): Generator<Texts> {
  if (typeof value !== 'object' || value === null) return;
  if (step === undefined) yield value as Texts;
  else if (step !== null) yield* textsAt((value as Record<string, unknown>)[step], rest);
  else for (const each of value as unknown[]) yield* textsAt(each, rest);
}
