// Leaves out of a JSON Schema what says nothing to a client, and what would forbid new fields.

/** What zod writes for every whole number. */
const largest = Number.MAX_SAFE_INTEGER;

/**
 * New fields may come at any time, so no shape of an answer says that it has only these. Where `format` says what a text
 * is, the library's expression for it says nothing more; keys of an object are always texts, and the first
 * of few values is an example of them. How long a text may be concerns those who write records. Changes what it is given.
 */
export function tidy(schema: object): void {
  const at = schema as Record<string, unknown>;
  if (at['additionalProperties'] === false) delete at['additionalProperties'];
  if (at['maximum'] === largest) delete at['maximum'];
  if (at['minimum'] === -largest) delete at['minimum'];
  if (typeof at['format'] === 'string' && typeof at['pattern'] === 'string') delete at['pattern'];
  if (at['items'] === false) at['items'] = (at['prefixItems'] as object[])[0]; // some testers ask for `items`
  if ('propertyNames' in at) delete at['propertyNames'];
  if ('enum' in at || 'const' in at) delete at['examples'];
  for (const bound of ['minItems', 'minLength', 'maxLength'])
    if (typeof at[bound] === 'number') delete at[bound];
  for (const inner of Object.values(at)) if (typeof inner === 'object' && inner !== null) tidy(inner);
}
