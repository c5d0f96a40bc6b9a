// openapi.yaml: what the routes make, everything described, and every example true.
import { readFileSync } from 'node:fs';
import type { OpenAPIV3_1 } from 'openapi-types';
import t from 'tap';
import { inProject } from '../../../src/project.ts';
import { describeRoutes } from '../../../src/server/openapi-text.ts';
import { testApp } from '../../support/app.ts';
import { committed, description } from '../../support/contract.ts';
import { exampleUrl, offeredFor, parametersOf, paths } from '../../support/examples.ts';

type Schema = OpenAPIV3_1.SchemaObject & {
  $ref?: string;
  const?: unknown;
  properties?: Record<string, Schema>;
};

type Answer = OpenAPIV3_1.ResponseObject;

const schemas = (description.components?.schemas ?? {}) as Record<string, Schema>;

t.test('it is what the routes make', async (t) => {
  const made = await describeRoutes();
  const committed = readFileSync(inProject('openapi.yaml'), 'utf8');
  t.equal(committed, made, 'openapi.yaml is out of date; run: npm run openapi');
});

t.test('every operation says what it does, and has a name of its own', async (t) => {
  const names = new Set<string>();
  for (const path of paths) {
    const { operationId, summary, description: text, tags, responses } = description.paths?.[path]?.get ?? {};
    t.match(
      operationId,
      /^(?:get|list|count|check|download|search|suggest)[A-Za-z]*$/,
      `${path}: a name that reads well`,
    );
    names.add(String(operationId));
    t.ok((summary?.length ?? 0) > 5 && (text?.length ?? 0) > 15, `${path}: a summary and a description`);
    t.equal(tags?.length, 1, `${path}: one heading`);
    for (const status of ['200', '304', 'default'])
      t.ok(responses?.[status], `${path}: ${status} is described`);
    t.equal(
      Object.keys((responses?.['200'] as Answer | undefined)?.content ?? {}).length,
      1,
      `${path}: one media type`,
    );
    if (!tags?.includes('Formats'))
      t.ok(path.endsWith('.json') || responses?.['400'], `${path}: 400 is described`);
    t.same(Object.keys(description.paths?.[path] ?? {}), ['get'], `${path}: only reading`);
  }
  t.equal(names.size, paths.length, 'no name twice');
  const used = new Set(paths.flatMap((path) => description.paths?.[path]?.get?.tags ?? []));
  t.same(
    new Set((description.tags ?? []).map(({ name }) => name)),
    used,
    'every heading is described and used',
  );
});

t.test('every parameter says what it takes', async (t) => {
  for (const path of paths) {
    for (const parameter of parametersOf(path)) {
      const name = `${path} ${parameter.name}`;
      t.ok((parameter.description?.length ?? 0) > 5, `${name}: described`);
      t.match(parameter.schema, { type: /^(?:string|integer|array|boolean)$/ }, `${name}: typed`);
      if (parameter.in === 'path') t.not(offeredFor(parameter).length, 0, `${name}: an example`);
    }
  }
});

t.test('names of components are clean', async (t) => {
  const names = Object.keys(schemas);
  t.ok(names.length > 20);
  for (const name of names) {
    t.match(name, /^[A-Z][A-Za-z]+$/, name);
    t.notMatch(name, /(?:Input|Output|Schema|Dto)$|\d/, `${name}: no twins`);
  }
});

/** Every field of every component, with its path. */
function* fieldsOf(name: string, schema: Schema): Generator<[path: string, field: Schema]> {
  for (const [field, inner] of Object.entries(schema.properties ?? {})) {
    yield [`${name}.${field}`, inner];
    yield* fieldsOf(`${name}.${field}`, inner);
  }
  const { items } = schema as { items?: Schema };
  if (items) yield* fieldsOf(`${name}[]`, items);
  for (const option of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])])
    yield* fieldsOf(name, option as Schema);
}

/** What a reference stands for; a described reference may say more of its own. */
const resolved = (schema: Schema): Schema => {
  const name = schema.$ref?.split('/').at(-1);
  const bare = schema.anyOf?.length === 2 ? (schema.anyOf[0] as Schema) : undefined;
  const named = name === undefined ? undefined : schemas[name];
  const target = named && resolved(named);
  return { ...(bare ? resolved(bare) : {}), ...target, ...schema };
};

t.test('every field is described, and every plain value has an example', async (t) => {
  for (const [name, schema] of Object.entries(schemas)) {
    t.ok(resolved(schema).description, `${name}: described`);
    for (const [path, field] of fieldsOf(name, schema)) {
      const { description: text, type, examples, enum: few, const: only } = resolved(field);
      t.ok((text?.length ?? 0) > 5, `${path}: described`);
      const isPlain = ['string', 'integer', 'number'].includes(String(type)) && only === undefined && !few;
      if (isPlain && !wordless(path)) t.ok(examples?.length, `${path}: an example`);
    }
  }
});

/** Texts whose examples stand one level above, by language. */
const wordless = (path: string): boolean => /\.(?:en|ar)$/.test(path);

t.test('every example works when it is tried', async (t) => {
  const { ask } = await testApp(t);
  for (const path of paths) {
    const url = exampleUrl(path);
    t.equal((await ask(url)).statusCode, 200, url);
    for (const parameter of parametersOf(path)) {
      for (const value of offeredFor(parameter)) {
        const tried = exampleUrl(path, { [parameter.name]: value });
        t.equal((await ask(tried)).statusCode, 200, decodeURIComponent(tried));
      }
    }
  }
});

t.test('nothing is referred to outside, and no reference leads nowhere', async (t) => {
  const references = JSON.stringify(committed).match(/"\$ref":"[^"]+"/g) ?? [];
  t.ok(references.length > 50);
  for (const reference of new Set(references)) {
    const [, kind, name] = /"#\/components\/(\w+)\/([\w-]+)"/.exec(reference) ?? [];
    const components = committed.components as Record<string, Record<string, unknown>>;
    t.ok(components[String(kind)]?.[String(name)], reference);
  }
});
