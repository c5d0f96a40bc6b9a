// Smaller descriptions for those who need less than everything: JSON alone, and a short one to be read whole.
import type { OpenAPIV3_1 } from 'openapi-types';
import type { Operation } from './document.ts';
import { formatsTag } from './formats.ts';

/**
 * `full`: everything; `json`: without the operations of other formats; `small`: also without examples, long texts and the
 * routes that say nothing of the record.
 */
export const profiles = ['full', 'json', 'small'] as const;

export type Profile = (typeof profiles)[number];

type Node = Record<string, unknown>;

/** The description in a profile. */
export function inProfile(full: OpenAPIV3_1.Document, profile: Profile): OpenAPIV3_1.Document {
  if (profile === 'full') return full;
  const json = pruned(withOperations(full, ({ tags }) => !tags.includes(formatsTag)));
  return profile === 'json' ? json : pruned(shortened(json));
}

function withOperations(
  document: OpenAPIV3_1.Document,
  keeps: (operation: Operation) => boolean,
): OpenAPIV3_1.Document {
  const kept = Object.entries(document.paths ?? {}).filter(([, item]) =>
    keeps(item?.get as unknown as Operation),
  );
  const used = new Set(kept.flatMap(([, item]) => item?.get?.tags ?? []));
  const tags = (document.tags ?? []).filter(({ name }) => used.has(name));
  return { ...document, tags, paths: Object.fromEntries(kept) };
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

/** Headings that say nothing of the record. */
const ofService = ['Service', 'Dataset'];

/** Without what a reader of the whole can do without: examples, headers, bounds of values, and all sentences but the first. */
function shortened(document: OpenAPIV3_1.Document): OpenAPIV3_1.Document {
  const kept = withOperations(document, ({ tags }) => !tags.some((tag) => ofService.includes(tag)));
  return short(kept) as OpenAPIV3_1.Document;
}

const dropped = [
  'example',
  'examples',
  'headers',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'pattern',
];

function short(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(short);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(([key, value]) => !dropped.includes(key) || isNamed(value));
  return Object.fromEntries(
    entries.map(([key, value]) => [key, key === 'description' ? firstSentence(value) : short(value)]),
  );
}

/** Whether it is the schema of a field that has such a name. */
const isNamed = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('type' in value || '$ref' in value);

const firstSentence = (text: unknown): unknown =>
  typeof text === 'string' ? text.replace(/(?<=[.:;])\s[\s\S]*$/, '') : short(text);
