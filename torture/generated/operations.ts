// The operations of the description, each with its parameters and a compiled check of their values.
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { OpenAPIV3_1 } from 'openapi-types';
import { description } from '../../test/support/contract.ts';

export interface Parameter {
  name: string;
  where: 'path' | 'query';
  isRequired: boolean;
  schema: OpenAPIV3_1.NonArraySchemaObject;
  /** Whether it may be repeated. */
  isList: boolean;
  /** Whether the description allows these texts, as many as were sent under its name. */
  allows: (texts: readonly string[]) => boolean;
  /** Values that the description offers; each works when tried over the project's own data. */
  offered: readonly string[];
}

/** A GET that the description has. */
export interface Operation {
  template: string;
  parameters: readonly Parameter[];
}

const ajv = new Ajv2020({ strict: false });

export const operations: readonly Operation[] = Object.entries(description.paths ?? {}).map(
  ([template, item]) => ({
    template,
    parameters: ((item?.get?.parameters ?? []) as OpenAPIV3_1.ParameterObject[]).map(parameterOf),
  }),
);

function parameterOf(described: OpenAPIV3_1.ParameterObject): Parameter {
  const whole = described.schema as OpenAPIV3_1.SchemaObject;
  const isList = whole.type === 'array';
  const schema = (isList ? whole.items : whole) as OpenAPIV3_1.NonArraySchemaObject;
  const validate = ajv.compile(whole);
  return {
    name: described.name,
    where: described.in as Parameter['where'],
    isRequired: described.required === true,
    schema,
    isList,
    allows: (texts) => validate(isList ? texts : typedValue(schema, texts)),
    offered: offeredIn(described),
  };
}

/** A single value as its type says; what was repeated is a list, and no single value. */
function typedValue({ type }: OpenAPIV3_1.NonArraySchemaObject, texts: readonly string[]): unknown {
  const [text] = texts;
  if (texts.length !== 1 || text === undefined) return texts;
  return type === 'integer' && /^-?(?:0|[1-9]\d*)$/.test(text) ? Number(text) : text;
}

function offeredIn({ example, examples }: OpenAPIV3_1.ParameterObject): string[] {
  const values = [
    example,
    ...Object.values(examples ?? {}).map((each) => (each as { value: unknown }).value),
  ];
  return values.flat().flatMap((value) => (value === undefined || value === '' ? [] : [String(value)]));
}
