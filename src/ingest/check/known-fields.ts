// Knows which fields a record may have at each level, to name the nearest one when another is written.
import { z } from 'zod';
import type { FieldPath } from '../../records/issue.ts';
import type { Kind } from '../../records/kinds.ts';
import { definitionOf } from '../../resources/registry.ts';

/** The names of the fields that the group at this path may have; of every form that the group can take. */
export function knownFields(kind: Kind, path: FieldPath): string[] {
  const root = z.toJSONSchema(definitionOf[kind].schema, { io: 'input', unrepresentable: 'any' });
  const groups = path.reduce(
    (schemas, step) => schemas.flatMap((schema) => below(schema, step)),
    formsOf(root),
  );
  return [...new Set(groups.flatMap((group) => Object.keys(group.properties ?? {})))];
}

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The schemas of what stands at one step under this one. */
function below(schema: JsonSchema, step: string | number): JsonSchema[] {
  const held = typeof step === 'number' ? schema.items : schema.properties?.[step];
  return [held].filter(isSchema).flatMap(formsOf);
}

const isSchema = (held: unknown): held is JsonSchema => typeof held === 'object' && !Array.isArray(held);

/** A schema that leaves a choice, as its choices: `nullable` and unions are written so. */
function formsOf(schema: JsonSchema): JsonSchema[] {
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])] as JsonSchema[];
  return choices.length === 0 ? [schema] : choices.flatMap(formsOf);
}
