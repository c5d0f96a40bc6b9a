// Keeps each parameter that several operations take once, under `components.parameters`.

import { anyName, grammar } from '../request/filters.ts';
import type { Operation, Operations, Parameter } from './document.ts';
import { pascal } from './names.ts';

/** The values of a filter are the same wherever they are free texts. */
const filterValues = 'FilterValues';

/** Refers to one schema for the values of all filters, and gives it by name. */
export function shareFilterValues(operations: Operations): Record<string, object> {
  const found: Record<string, object> = {};
  for (const { parameters = [] } of operations.values()) {
    for (const parameter of parameters as Parameter[]) {
      const { type, items, maxItems } = parameter.schema;
      const isFree = type === 'array' && maxItems !== undefined && !('enum' in (items as object));
      if (!isFree) continue;
      found[filterValues] = {
        ...parameter.schema,
        description: `Values of a filter. ${grammar} Where they name things: ${anyName}`,
      };
      parameter.schema = { $ref: `#/components/schemas/${filterValues}` };
    }
  }
  return found;
}

/** Replaces repeated parameters by references, and gives what they refer to by name. */
export function shareParameters(operations: Operations): Record<string, Parameter> {
  const uses = new Map<string, number>();
  for (const { parameters = [] } of operations.values()) {
    for (const parameter of parameters) {
      const text = JSON.stringify(parameter);
      uses.set(text, (uses.get(text) ?? 0) + 1);
    }
  }
  const named = new Map<string, string>(); // by the parameter's text
  const shared: Record<string, Parameter> = {};
  for (const operation of operations.values()) {
    const parameters = (operation.parameters ?? []) as Parameter[];
    operation.parameters = parameters.map((parameter) => {
      const text = JSON.stringify(parameter);
      if ((uses.get(text) ?? 0) < 2) return parameter;
      const name = named.get(text) ?? freeName(parameter, operation, shared);
      named.set(text, name);
      shared[name] = parameter;
      return { $ref: `#/components/parameters/${name}` };
    });
  }
  return Object.fromEntries(Object.entries(shared).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `Speaker`; where that is another parameter, `RenditionsSpeaker`, or `ListRenditionsSpeaker`. */
function freeName(
  { name }: Parameter,
  { tags, operationId }: Operation,
  taken: Record<string, Parameter>,
): string {
  const [own, tag = '', operation] = [pascal(name), tags[0], pascal(operationId)];
  const names = [own, `${tag}${own}`, `${operation}${own}`];
  const free = names.find((each) => !(each in taken));
  if (free === undefined) throw new Error(`no name is left for the parameter '${name}' of ${operationId}`);
  return free;
}
