// Checks what a request gives: only the parameters that it names, of the sixty or so that a list may have.
import { validatorCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';

type Compile = typeof validatorCompiler;

/**
 * The validator of a schema. zod visits every parameter of an object, also those that a request does not name. This validator
 * reads the named ones, each by its own schema, and leaves the request to zod as soon as one is wrong or missing.
 */
export const validatorOf: Compile = (route) => {
  const whole = validatorCompiler(route);
  const { schema } = route;
  if (!(schema instanceof z.ZodObject) || schema.def.checks?.length) return whole;
  const shape: Record<string, z.ZodType> = schema.shape;
  const required = Object.keys(shape).filter((name) => !isOptional(shape[name] as z.ZodType));
  return (given: object) => {
    const value: Record<string, unknown> = {};
    for (const [name, text] of Object.entries(given)) {
      const read = Object.hasOwn(shape, name) ? shape[name]?.safeParse(text) : undefined;
      if (!read?.success) return whole(given);
      value[name] = read.data;
    }
    return required.every((name) => name in value) ? { value } : whole(given);
  };
};

/** Whether a parameter that is not named gives nothing. */
function isOptional(schema: z.ZodType): boolean {
  const { success, data } = schema.safeParse(undefined);
  return success && data === undefined;
}
