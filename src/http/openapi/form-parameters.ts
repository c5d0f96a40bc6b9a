// Makes parameters fit for the forms of Swagger UI: a field begins with one value or none, and its description gives an example.
import type { OpenAPIV3_1 } from 'openapi-types';
import { operationsOf, type Parameter } from './document.ts';

/** Replaces the examples of every parameter, of which Swagger UI makes a list that is slow to show. Changes what it is given. */
export function fitForForms(document: OpenAPIV3_1.Document): void {
  const shared = Object.values(document.components?.parameters ?? {});
  const own = operationsOf(document).flatMap(([, { parameters = [] }]) => parameters);
  for (const parameter of [...shared, ...own] as Parameter[])
    if (parameter.examples) withoutChoice(parameter);
}

function withoutChoice(parameter: Parameter): void {
  const { examples = {}, description = '' } = parameter;
  delete parameter.examples;
  const values = Object.values(examples).map(({ value }) => value);
  const isOptional = 'unset' in examples;
  if (!isOptional) parameter.example = values[0];
  const [shown] = values.filter((value) => [value].flat().length > 0 && value !== '');
  if (isOptional && shown !== undefined)
    parameter.description = `${description} Example: \`${[shown].flat().join(',')}\`.`;
}
