// Smaller descriptions for those who need less than everything: JSON alone, and a short one to be read whole.
import type { OpenAPIV3_1 } from 'openapi-types';
import { anyName, grammar } from '../request/filters.ts';
import { type Answer, type Operation, operationsOf, type Parameter } from './document.ts';
import { formatsTag } from './formats.ts';
import { shortened, withEachParameterOnce } from './small-profile.ts';

/**
 * `full`: everything; `json`: without the operations of other formats; `small`: also without examples, long texts and the
 * routes that say nothing of the record.
 */
export const profiles = ['full', 'json', 'small'] as const;

export type Profile = (typeof profiles)[number];

type Node = Record<string, unknown>;

/** Whether an operation says nothing of the record. */
const ofService = (tags: readonly string[]): boolean => tags.includes('Service') || tags.includes('Dataset');

const made = new WeakMap<OpenAPIV3_1.Document, Map<Profile, OpenAPIV3_1.Document>>();

/** The description in a profile; each is made once. */
export function inProfile(full: OpenAPIV3_1.Document, profile: Profile): OpenAPIV3_1.Document {
  const known = made.get(full) ?? new Map<Profile, OpenAPIV3_1.Document>();
  made.set(full, known);
  const document = known.get(profile) ?? makeProfile(full, profile);
  known.set(profile, document);
  return document;
}

function makeProfile(full: OpenAPIV3_1.Document, profile: Profile): OpenAPIV3_1.Document {
  if (profile === 'full') return full;
  const json = pruned(lean(withOperations(full, ({ tags }) => !tags.includes(formatsTag))));
  return profile === 'json' ? json : pruned(shortened(withOperations(json, ({ tags }) => !ofService(tags))));
}

/**
 * Without what its readers find elsewhere: what all filters have in common stands at the schema of their values, and every
 * answer has an ETag; examples of fields are in the full description.
 */
function lean(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  const text = JSON.stringify(document, (key, value) =>
    key === 'examples' && Array.isArray(value) ? undefined : value,
  );
  const made = JSON.parse(text) as OpenAPIV3_1.Document;
  for (const parameter of Object.values(made.components?.parameters ?? {}) as unknown as Parameter[]) {
    const { name, description = '' } = parameter;
    parameter.description = description.replace(` ${grammar}`, '').replace(` ${anyName}`, '');
    delete parameter.examples?.['unset']; // with which forms begin
    if (name.endsWith('.all') || (name === 'id' && parameter.in === 'query')) delete parameter.examples;
  }
  for (const [, { responses }] of operationsOf(made)) {
    delete responses['304']; // which clients of HTTP handle by themselves
    const answer = responses['200'] as Answer;
    if (answer.headers && !('Accept-Ranges' in answer.headers)) delete answer.headers['ETag'];
    if (Object.keys(answer.headers ?? {}).length === 0) delete answer.headers;
  }
  return withEachParameterOnce(made);
}

/** The description with the operations that `keeps` lets pass, and the headings that they stand under. */
function withOperations(
  document: OpenAPIV3_1.Document,
  keeps: (operation: Operation) => boolean,
): OpenAPIV3_1.Document {
  const kept = operationsOf(document).filter(([, operation]) => keeps(operation));
  const used = new Set(kept.flatMap(([, { tags }]) => tags));
  const tags = (document.tags ?? []).filter(({ name }) => used.has(name));
  return {
    ...document,
    tags,
    paths: Object.fromEntries(kept.map(([path, get]) => [path, { get }])),
  } as OpenAPIV3_1.Document;
}

/** The same without the components that nothing refers to. */
function pruned(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  const components = document.components as Record<string, Node>;
  const used = new Set<string>();
  const follow = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { $ref } = node as { $ref?: unknown };
    if (typeof $ref === 'string' && !used.has($ref)) {
      used.add($ref);
      const [, , kind = '', name = ''] = $ref.split('/');
      follow(components[kind]?.[name]);
    }
    for (const inner of Object.values(node)) follow(inner);
  };
  follow(document.paths);
  const kept = Object.entries(components).map(([kind, named]) => [
    kind,
    Object.fromEntries(Object.entries(named).filter(([name]) => used.has(`#/components/${kind}/${name}`))),
  ]);
  return { ...document, components: Object.fromEntries(kept) };
}
