// Checks a record against its kind's schema and says, for each issue, what was expected and what was found.
import type { z } from 'zod';
import type { FieldPath, Issue } from '../../records/issue.ts';
import type { Kind } from '../../records/kinds.ts';
import { definitionOf, type RecordOf } from '../../resources/registry.ts';
import { didYouMean } from '../did-you-mean.ts';
import { knownFields } from './known-fields.ts';

/** Gives the record with its defaults filled in, or everything that is wrong with its shape. */
export function checkShape<K extends Kind>(kind: K, value: unknown): RecordOf<K> | Issue[] {
  const result = definitionOf[kind].schema.safeParse(value, { error: wordingOf });
  if (result.success) return result.data as RecordOf<K>;
  return withoutUnlocated(result.error.issues.flatMap((issue) => issuesOf(kind, value, issue)));
}

/** Words for the issues whose schema has none of its own. */
const wordingOf: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return `expected a ${plainWords[issue.expected] ?? issue.expected}${found(issue.input, issue.expected)}`;
    case 'invalid_value':
      return `expected ${oneOf(issue.values.map(String))}${found(issue.input)}${hint(issue.input, issue.values)}`;
    case 'invalid_union':
      return unionWording(issue);
    case 'too_big':
      return `expected at most ${issue.maximum}${units[issue.origin] ?? ''}`;
    case 'too_small':
      return `expected at least ${issue.minimum}${units[issue.origin] ?? ''}`;
    default:
      return undefined;
  }
};

const plainWords: Record<string, string> = {
  string: 'text',
  int: 'whole number',
  array: 'list',
  object: 'group of fields',
  record: 'text by language, such as { en: … }',
};

const units: Record<string, string> = { string: ' characters', array: ' entries' };

/** A union without words of its own is one that a field such as `type` decides. */
function unionWording({ input, discriminator, options }: z.core.$ZodRawIssue): string {
  const written = valueAt(input, [String(discriminator)]);
  const types = [options].flat().map(String);
  return `expected ${oneOf(types)}${found(written)}${hint(written, types)}`;
}

const oneOf = (values: readonly string[]): string => `one of ${values.join(', ')}`;

const hint = (input: unknown, values: readonly unknown[]): string =>
  typeof input === 'string' ? didYouMean(input, values.map(String)) : '';

/** `, found 12`; a number where a text belongs most often lacks its quotes. */
export function found(input: unknown, expected?: string): string {
  if (input === undefined) return ', found nothing';
  if (input === null) return ', found null';
  if (Array.isArray(input)) return ', found a list';
  if (typeof input === 'object') return ', found a group of fields';
  const quotes = expected === 'string' ? '; put it in quotes' : '';
  return `, found ${shorten(JSON.stringify(input)).replaceAll('"', "'")}${quotes}`;
}

const shorten = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);

function issuesOf(kind: Kind, value: unknown, issue: z.core.$ZodIssue): Issue[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      isName: true,
      message: `unknown field${didYouMean(key, knownFields(kind, path))}`,
    }));
  }
  const input = valueAt(value, path);
  if (input === undefined && path.length > 0) return [{ path, message: missing(issue.message) }];
  const isName = issue.code === 'custom' && issue.params?.['isName'] === true;
  if (input === '' && kind === 'statement' && path[0] === 'gist') return [{ path, message: emptyGist }];
  const isWorded =
    isName ||
    issue.message.startsWith('no known ') ||
    issue.message.includes(', found ') ||
    issue.message.includes('did you mean');
  const said = isWorded || typeof input !== 'string' ? issue.message : issue.message + found(input);
  const comma = typeof input === 'string' && input.includes('،') && issue.path.length > 1;
  const message = comma ? `${said}; write ',' between two` : said;
  return [{ path, ...(isName ? { isName } : {}), message }];
}

/** Drafts leave gists empty, to be typed by a person. */
const emptyGist = "empty; write what was said in words of your own, to be read after the speaker's name";

/** Where a passage waits to be located, that alone is said: its positions, quotes and id will be filled in. */
function withoutUnlocated(issues: Issue[]): Issue[] {
  const waiting = issues.filter(({ path, isName }) => isName === true && path.at(-1) === 'passage');
  const groups = waiting.map(({ path }) => path.slice(0, -1));
  const filledIn = ['id', 'paragraph', 'start', 'end', 'quotes', 'excerpt'];
  const isFilledIn = (path: FieldPath) =>
    groups.some((group) => isUnder(path, group) && filledIn.includes(String(path[group.length])));
  const others = issues.filter((issue) => !waiting.includes(issue) && !isFilledIn(issue.path));
  const message = 'not located yet; run: npm run locate -- <folder of the articles>';
  return [...others, ...waiting.map((issue) => ({ ...issue, message }))];
}

const isUnder = (path: FieldPath, group: FieldPath): boolean => group.every((step, at) => path[at] === step);

/** A field that is not there: `missing; expected a text`. */
const missing = (message: string): string => `missing; ${message.replace(/, found nothing$/, '')}`;

function valueAt(value: unknown, path: FieldPath): unknown {
  return path.reduce((at, step) => new Map(Object.entries(Object(at))).get(String(step)), value);
}
