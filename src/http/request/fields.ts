// `fields=`: narrows answers to the paths that are asked for, nested ones too.
import { z } from 'zod';
import { languageFault } from '../../records/languages.ts';
import { nearest } from '../../text/nearest.ts';
import { type Fault, Problem } from '../problems/problem.ts';
import { commaList, wordsIn } from './array-parameters.ts';

/** What is kept of an object: all of a field, or some of what lies under it. */
interface Selection {
  [field: string]: Selection | true;
}

/** The `fields` parameter, with paths that work when tried. */
export const fieldsParameter = (example: string) => ({
  fields: commaList(2_000)
    .optional()
    .meta({
      description:
        'Only these fields of each item, separated by commas. A dot leads into an object, or into each object of a list. In CSV they are the columns, in this order. Formats with a fixed shape refuse it.',
      examples: ['', example],
    }),
});

/** The paths that `fields` names, in its order. Throws a Problem that lists the valid ones where one is unknown. */
export function readFields(item: z.ZodType, fields: string): string[] {
  const known = pathsOf(item);
  const asked = wordsIn(fields);
  const unknown = new Set(asked.filter((path) => !isKnown(path, known)));
  const faults = Array.from(unknown, (path) => unknownField(path, known));
  const [first, ...rest] = faults;
  if (first) throw new Problem(first, ...rest);
  return asked;
}

/** Makes the function that narrows a document. Throws a Problem where a path is unknown. */
export function narrowing(item: z.ZodType, fields: string): (body: Buffer) => Buffer {
  const selection = selectionOf(readFields(item, fields));
  return (body) => Buffer.from(JSON.stringify(narrowed(JSON.parse(body.toString('utf8')), selection)));
}

/** A known path, or one to a text in a language: `name.ru` where `name.*` is known. */
const isKnown = (path: string, known: ReadonlySet<string>): boolean =>
  !path.endsWith('.*') &&
  (known.has(path) ||
    (known.has(path.replace(/\.[^.]*$/, '.*')) && languageFault(path.replace(/^.*\./, '')) === null));

function unknownField(path: string, known: ReadonlySet<string>): Fault {
  const allowed = [...known].filter((each) => !each.endsWith('.*'));
  const hint = nearest(path, allowed);
  return { code: 'unknown-value', detail: `there is no field '${path}'`, param: 'fields', allowed, hint };
}

function selectionOf(paths: readonly string[]): Selection {
  const selection: Selection = {};
  for (const path of paths) {
    let at = selection;
    const steps = path.split('.');
    for (const [depth, step] of steps.entries()) {
      const here = Object.hasOwn(at, step) ? at[step] : undefined;
      if (here === true) break;
      if (depth === steps.length - 1) at[step] = true;
      else at = at[step] = here ?? {};
    }
  }
  return selection;
}

function narrowed(value: unknown, selection: Selection | true): unknown {
  if (selection === true || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => narrowed(each, selection));
  const kept = Object.entries(value).filter(([field]) => Object.hasOwn(selection, field));
  return Object.fromEntries(
    kept.map(([field, each]) => [field, narrowed(each, selection[field] as Selection | true)]),
  );
}

const pathsBySchema = new WeakMap<z.ZodType, ReadonlySet<string>>();

/** Every path into what a schema describes: `gist`, `gist.*` for its languages, `renditions.source.outlet.id`. */
export function pathsOf(schema: z.ZodType): ReadonlySet<string> {
  const known = pathsBySchema.get(schema);
  if (known) return known;
  const paths = new Set(walk(schema, ''));
  pathsBySchema.set(schema, paths);
  return paths;
}

function* walk(schema: unknown, at: string): Generator<string> {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) yield* walk(schema.unwrap(), at);
  else if (schema instanceof z.ZodArray) yield* walk(schema.element, at);
  else if (schema instanceof z.ZodUnion) for (const option of schema.options) yield* walk(option, at);
  else if (schema instanceof z.ZodRecord) yield `${at}.*`;
  else if (schema instanceof z.ZodObject) {
    for (const [field, inner] of Object.entries(schema.shape)) {
      const path = at === '' ? field : `${at}.${field}`;
      yield path;
      yield* walk(inner, path);
    }
  }
}

/** Paths that the schema has, to show what may be asked: its id, and its text in English. */
export const exampleFields = (schema: z.ZodType): string =>
  [...pathsOf(schema)]
    .filter((path) => ['id', 'name.*', 'gist.*', 'event.id', 'speakers.id'].includes(path))
    .map((path) => path.replace(/\*$/, 'en'))
    .join(',');
