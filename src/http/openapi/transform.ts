// Turns a route's zod schemas into the JSON Schema that its description needs.
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';

/** The library's transform, and what it leaves out: answers without content (301, 304), and examples of parameters. */
export const transform: typeof jsonSchemaTransform = (route) => {
  const responses = Object.entries((route.schema.response ?? {}) as Record<string, object>);
  const bare = responses.filter(([, answer]) => !('content' in answer));
  const full = Object.fromEntries(responses.filter(([, answer]) => 'content' in answer));
  const { schema, url } = jsonSchemaTransform({ ...route, schema: { ...route.schema, response: full } });
  if (schema.hide) return { schema, url };
  illustrate(schema.querystring, route.schema.querystring);
  const response = { ...(schema.response as object), ...Object.fromEntries(bare) };
  return { schema: { ...schema, response }, url };
};

/** Gives each query parameter the examples of its zod schema, which are lost behind a preprocessing. */
function illustrate(described: unknown, declared: unknown): void {
  const { properties } = described as { properties: Record<string, object> };
  for (const [name, field] of Object.entries((declared as z.ZodObject).shape)) {
    const examples = z.globalRegistry.get(field)?.['examples'];
    if (examples) Object.assign(properties[name] as object, { examples });
  }
}
