// Follows references in the browser, in the place of Swagger UI's own resolver, which reads the whole description anew for every
// operation that is opened. Swagger UI gets the text of these functions, so they may use nothing from outside of themselves.

type Node = Record<string, unknown>;

interface Resolved {
  spec: unknown;
  errors: never[];
}

/** A plugin of Swagger UI that replaces its function `resolveSubtree`. */
export const resolvingPlugin = () => ({
  fn: {
    /** The part of the description at `path`, with the objects themselves in the place of references to them. */
    resolveSubtree(description: Node, path: readonly string[]): Promise<Resolved> {
      const at = (steps: readonly string[]): unknown =>
        steps.reduce((node: unknown, step) => (node as Node | undefined)?.[step], description);
      // An object inside itself stays a reference.
      const withTargets = (node: unknown, around: readonly string[]): unknown => {
        if (typeof node !== 'object' || node === null) return node;
        if (Array.isArray(node)) return node.map((each) => withTargets(each, around));
        const { $ref, ...others } = node as Node;
        if (typeof $ref === 'string' && $ref.startsWith('#/') && !around.includes($ref)) {
          const target = at($ref.slice(2).split('/'));
          return { ...(withTargets(target, [...around, $ref]) as Node), ...others, $$ref: $ref };
        }
        return Object.fromEntries(
          Object.entries(node).map(([key, inner]) => [
            key,
            key === 'example' || key === 'examples' ? inner : withTargets(inner, around),
          ]),
        );
      };
      return Promise.resolve({ spec: withTargets(at(path), []), errors: [] });
    },
  },
});
