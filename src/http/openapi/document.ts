// The parts of an OpenAPI document that this folder changes, as it finds them; the types of `openapi-types` allow many more.
import type { OpenAPIV3_1 } from 'openapi-types';

export interface Parameter {
  name: string;
  in: string;
  description?: string;
  required?: boolean;
  schema: Record<string, unknown>;
  example?: unknown;
  examples?: Record<string, { summary?: string; value: unknown }>;
}

export interface Reference {
  $ref: string;
}

/** What is sent with one media type; `schema` is JSON Schema or a reference. */
export interface Media {
  schema: object;
  'x-format'?: unknown;
  example?: unknown;
}

export interface Answer {
  description: string;
  headers?: Record<string, Reference>;
  content?: Record<string, Media>;
}

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters?: (Parameter | Reference)[];
  responses: Record<string, Answer | Reference>;
}

/** Operations by path: each is a GET. */
export type Operations = Map<string, Operation>;

/** The operations of a document, in its order. */
export const operationsOf = ({ paths = {} }: OpenAPIV3_1.Document): [path: string, operation: Operation][] =>
  Object.entries(paths).flatMap(([path, item]) =>
    item?.get ? [[path, item.get as unknown as Operation] as [string, Operation]] : [],
  );
