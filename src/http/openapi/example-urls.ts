// Gives each operation a URL that works when tried: its parameters with the examples of the description.
import type { OpenAPIV3_1 } from 'openapi-types';
import { operationsOf, type Parameter, type Reference } from './document.ts';

/** An operation with a URL that works, as a path from the root of the host. */
export interface Tried {
  path: string;
  summary: string;
  tag: string;
  example: string;
}

/** Every operation of a description, in its order. */
export function triedOperations(document: OpenAPIV3_1.Document): Tried[] {
  const shared = (document.components?.parameters ?? {}) as unknown as Record<string, Parameter>;
  return operationsOf(document).map(([path, { summary, tags, parameters = [] }]) => {
    const own = parameters.map((each) => resolved(each, shared));
    return { path, summary, tag: String(tags[0]), example: exampleUrl(path, own) };
  });
}

const resolved = (each: Parameter | Reference, shared: Record<string, Parameter>): Parameter =>
  '$ref' in each ? (shared[each.$ref.replace(/^.*\//, '')] as Parameter) : each;

/** What must be given, and one filter: an address that people and agents can read, and that finds something. */
function exampleUrl(path: string, parameters: readonly Parameter[]): string {
  const known = parameters.flatMap(({ name, in: where, required = false, example, examples }) => {
    const value = example ?? Object.values(examples ?? {})[0]?.value;
    const texts = [value ?? []].flat().map(String);
    return texts.filter((text) => text !== '').map((text) => ({ name, where, required, text }));
  });
  const filter = known.find(({ name, required }) => !required && name !== 'q');
  const preset = known.filter((each) => each.required || each === filter);
  const filled = preset
    .filter(({ where }) => where === 'path')
    .reduce((so, { name, text }) => so.replace(`{${name}}`, encodeURIComponent(text)), path);
  const query = preset.filter(({ where }) => where === 'query');
  const pairs = query.map(({ name, text }) => `${name}=${encodeURIComponent(text).replaceAll('%2C', ',')}`);
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`;
}
