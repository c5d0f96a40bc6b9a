// Describes every format of an answer as an operation of its own: `/statements.csv` beside `/statements`.
import { type FormatTraits, formatOptions } from '../formats/format.ts';
import type { Answer, Media, Operation, Operations, Parameter } from './document.ts';
import { pascal } from './names.ts';

/** The heading of all these operations. */
export const formatsTag = 'Formats';

/** A format with the media type and the schema of its answers. */
interface Variant extends FormatTraits {
  mediaType: string;
  schema: Media['schema'];
}

/**
 * Leaves JSON to each operation, and adds one for every other format at the path that ends in the format's name. JSON with
 * `fields` is one more, as its answers have a shape of their own. No operation describes `format`: its own path stands for it.
 */
export function splitFormats(operations: Operations): Operations {
  const split: Operations = new Map();
  for (const [path, operation] of operations) {
    const [main, ...others] = variantsOf(operation);
    split.set(path, main ? mainOperation(operation, main) : operation);
    if (main && takes(operation, 'fields')) split.set(`${path}.json`, narrowedOperation(path, operation));
    for (const variant of others)
      split.set(`${path}.${variant.name}`, variantOperation(path, operation, variant));
  }
  return split;
}

function variantsOf({ responses }: Operation): Variant[] {
  const { content = {} } = responses['200'] as Answer;
  return Object.entries(content).map(([mediaType, { schema, 'x-format': traits }]) => ({
    ...(traits as FormatTraits),
    mediaType,
    schema,
  }));
}

const parametersOf = ({ parameters = [] }: Operation): Parameter[] => parameters as Parameter[];

const takes = (operation: Operation, name: string): boolean =>
  parametersOf(operation).some((each) => each.name === name);

/** What the name of an answer ends in. */
const kindOf = (operation: Operation): string => (takes(operation, 'cursor') ? 'List' : 'Item');

function mainOperation(operation: Operation, { mediaType, schema }: Variant): Operation {
  const parameters = parametersOf(operation).filter(
    ({ name }) => !['format', 'fields', 'rows', 'bom', 'lang'].includes(name),
  );
  const responses = { ...operation.responses };
  for (const status of ['200', '206']) {
    const response = responses[status];
    if (response) responses[status] = { ...(response as Answer), content: { [mediaType]: { schema } } };
  }
  return { ...operation, parameters, responses };
}

/** JSON with the fields that `fields` names: a shape of its own, in which only these are there. */
function narrowedOperation(path: string, operation: Operation): Operation {
  const parameters = parametersOf(operation)
    .filter(({ name }) => !['format', 'facets', 'rows', 'bom', 'lang'].includes(name))
    .map((each) => (each.name === 'fields' ? required(each) : each));
  return {
    operationId: `${operation.operationId}Narrowed`,
    tags: [formatsTag],
    summary: `${operation.summary} with chosen fields`,
    description: `The same as \`fields=\` on \`${path}\`.`,
    parameters,
    responses: { ...answered(`Narrowed${kindOf(operation)}`), ...commonOf(operation) },
  };
}

/** Without the example that says nothing: what is required begins with something. */
function required({ examples = {}, ...parameter }: Parameter): Parameter {
  const kept = Object.entries(examples).filter(([, { value }]) => value !== '');
  return { ...parameter, required: true, examples: Object.fromEntries(kept) };
}

function variantOperation(path: string, operation: Operation, variant: Variant): Operation {
  const { name, title, streams, heeds } = variant;
  const left: string[] = ['format', ...formatOptions.filter((each) => !heeds.includes(each))];
  const parameters = parametersOf(operation)
    .filter((each) => !left.includes(each.name))
    .map((each) => (streams && each.name === 'limit' ? unlimited(each) : each));
  return {
    operationId: `${operation.operationId}As${pascal(title)}`,
    tags: [formatsTag],
    summary: `${operation.summary} as ${title}`,
    description: `The same as \`format=${name}\` on \`${path}\`.`,
    parameters,
    responses: {
      ...answered(`${pascal(title)}${kindOf(operation)}`),
      ...commonOf(operation),
    },
  };
}

const answered = (name: string) => ({ '200': { $ref: `#/components/responses/${name}` } });

/** What every format of an answer may also be. */
const common = ['301', '304', '400', '404', 'default'];

const commonOf = ({ responses }: Operation): Operation['responses'] =>
  Object.fromEntries(Object.entries(responses).filter(([status]) => common.includes(status)));

/** A format that streams sends every match unless a limit is set. */
function unlimited(limit: Parameter): Parameter {
  const { default: _, ...schema } = limit.schema;
  return { ...limit, description: 'The largest number of items; the default is all of them.', schema };
}

/** The answers of all formats but JSON, by the names by which operations refer to them. */
export function answersOfFormats(operations: Operations): Record<string, Answer> {
  const found: Record<string, Answer> = {};
  for (const operation of operations.values()) {
    for (const { title, description, mediaType, schema } of variantsOf(operation).slice(1))
      found[`${pascal(title)}${kindOf(operation)}`] ??= { description, content: { [mediaType]: { schema } } };
  }
  return found;
}
