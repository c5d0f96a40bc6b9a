// The URLs that the description itself gives as examples: what Swagger UI sends when somebody presses «Try it out».
import type { OpenAPIV3_1 } from 'openapi-types';
import { description } from './contract.ts';

type Parameter = OpenAPIV3_1.ParameterObject;
type Value = string | number | string[];

/** Every path with a GET, as it stands in the description. */
export const paths = Object.keys(description.paths ?? {});

export const parametersOf = (path: string): Parameter[] =>
  (description.paths?.[path]?.get?.parameters ?? []) as Parameter[];

/** The value that a form begins with; undefined where it begins empty. */
const presetOf = ({ example, examples }: Parameter): Value | undefined =>
  example ?? (Object.values(examples ?? {})[0] as { value?: Value } | undefined)?.value;

/** All values that are offered for a parameter. */
export const offeredFor = ({ example, examples }: Parameter): Value[] => [
  ...(example === undefined ? [] : [example as Value]),
  ...Object.values(examples ?? {}).map((each) => (each as { value: Value }).value),
];

/** The URL of a path, with the presets of its parameters and then these values. */
export function exampleUrl(path: string, values: Record<string, Value> = {}): string {
  const query = new URLSearchParams();
  let url = path;
  for (const parameter of parametersOf(path)) {
    const value = values[parameter.name] ?? presetOf(parameter);
    if (parameter.in === 'path') url = url.replace(`{${parameter.name}}`, encodeURIComponent(String(value)));
    else for (const each of [value ?? []].flat()) if (each !== '') query.append(parameter.name, String(each));
  }
  return query.size > 0 ? `${url}?${query}` : url;
}

/** Requests that fail, each before or after another step: routing, look-up, validation, decoding, the length of an id. */
export const wrongUrls = [
  '/nowhere',
  '/people/putn',
  '/statements?limit=0',
  '/people/%E0%A4%A',
  `/people/${'a'.repeat(201)}`,
];
