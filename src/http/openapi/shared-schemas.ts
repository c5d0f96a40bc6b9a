// Keeps each schema that several fields have once, under `components.schemas`, and by the name of the field.
import { pascal } from './names.ts';

type Schema = Record<string, unknown>;
type Schemas = Record<string, Schema>;

/** A reference takes about as many bytes as a shorter schema. */
const shortestShared = 90;

/** A field of some schema. */
interface Field {
  /** The schema under `components.schemas` in which it stands. */
  owner: string;
  name: string;
  /** The fields around it, which hold its schema under its name. */
  siblings: Schemas;
}

/** Replaces schemas that stand in several fields by references, the longest first. Changes what it is given. */
export function shareSchemas(schemas: Schemas): void {
  for (;;) {
    const [longest] = [...fieldsByText(schemas)]
      .filter(([text, fields]) => fields.length > 1 && text.length >= shortestShared)
      .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
    if (!longest) return;
    const [text, fields] = longest;
    const name = freeName(fields[0] as Field, schemas);
    schemas[name] = JSON.parse(text) as Schema;
    for (const { name: field, siblings } of fields)
      siblings[field] = { $ref: `#/components/schemas/${name}` };
  }
}

function fieldsByText(schemas: Schemas): Map<string, Field[]> {
  const found = new Map<string, Field[]>();
  for (const [owner, schema] of Object.entries(schemas)) {
    for (const field of fieldsOf(owner, schema)) {
      const text = JSON.stringify(field.siblings[field.name]);
      const same = found.get(text);
      if (same) same.push(field);
      else found.set(text, [field]);
    }
  }
  return found;
}

function* fieldsOf(owner: string, schema: unknown): Generator<Field> {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [key, inner] of Object.entries(schema)) {
    if (key === 'examples' || key === 'example') continue;
    if (key === 'properties') {
      const siblings = inner as Schemas;
      for (const name of Object.keys(siblings)) yield { owner, name, siblings };
      for (const each of Object.values(siblings)) yield* fieldsOf(owner, each);
    } else yield* fieldsOf(owner, inner);
  }
}

/** `Cue`; where that is another schema, `RenditionCue`. */
function freeName({ owner, name }: Field, schemas: Schemas): string {
  const own = pascal(name);
  const free = [own, `${owner}${own}`, `${owner}${own}Field`].find((each) => !(each in schemas));
  if (free === undefined) throw new Error(`no name is left for the schema of '${name}' in ${owner}`);
  return free;
}
