// Turns a route's zod schemas into the JSON Schema that its description needs.
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';

/** The answers of a route by status; what has no content is 301 or 304. */
type Answers = Record<string, { content?: Record<string, object> }>;

/** The library's transform, and what it leaves out: answers without content, traits of formats, and facts on parameters. */
export const transform: typeof jsonSchemaTransform = (route) => {
  const declared = (route.schema.response ?? {}) as Answers;
  const responses = Object.entries(declared);
  const bare = responses.filter(([, { content }]) => !content);
  const full = Object.fromEntries(responses.filter(([, { content }]) => content));
  const { schema, url } = jsonSchemaTransform({ ...route, schema: { ...route.schema, response: full } });
  if (schema.hide) return { schema, url };
  illustrate(schema.querystring, route.schema.querystring);
  const response = { ...(schema.response as Answers), ...Object.fromEntries(bare) };
  keepTraits(response, declared);
  return { schema: { ...schema, response }, url };
};

/** Gives each query parameter the examples, the default and the closed set of values of its zod schema, which are lost behind a preprocessing. */
function illustrate(described: unknown, declared: unknown): void {
  const { properties } = described as { properties: Record<string, object> };
  for (const [name, field] of Object.entries((declared as z.ZodObject).shape)) {
    const { examples, default: initial, 'x-values': closed } = z.globalRegistry.get(field) ?? {};
    const parameter = properties[name] as object;
    if (examples) Object.assign(parameter, { examples });
    if (initial !== undefined) Object.assign(parameter, { default: initial });
    if (closed) Object.assign(parameter, { items: { type: 'string', enum: closed } });
    delete (parameter as { 'x-values'?: unknown })['x-values'];
  }
}

/** Gives each media type the traits of its format back. */
function keepTraits(described: Answers, declared: Answers): void {
  for (const [status, { content = {} }] of Object.entries(declared)) {
    for (const [mediaType, media] of Object.entries(content)) {
      const kept = described[status]?.content?.[mediaType];
      if (kept && 'x-format' in media) Object.assign(kept, { 'x-format': media['x-format'] });
    }
  }
}
