// Checks that records which name one above them form trees: no record lies within itself.
import type { BaseRecord } from '../../records/fields.ts';
import type { KindDefinition } from '../../records/kind.ts';
import type { Kind } from '../../records/kinds.ts';
import type { Reporter } from './reporter.ts';

/** Reports each loop once, at the first of its members in alphabetical order, with all of its members. */
export class TreeCheck {
  readonly #reporter: Reporter;
  readonly #trees = new Map<Kind, { field: string; parents: Map<string, string> }>();

  constructor(reporter: Reporter) {
    this.#reporter = reporter;
  }

  add({ kind, parent: field }: KindDefinition, record: BaseRecord): void {
    if (field === undefined) return;
    const above = (record as unknown as Record<string, string | null>)[field];
    if (!above) return;
    const tree = this.#trees.get(kind) ?? { field, parents: new Map() };
    tree.parents.set(record.id, above);
    this.#trees.set(kind, tree);
  }

  finish(): void {
    for (const [kind, { field, parents }] of this.#trees) {
      for (const loop of loopsIn(parents)) {
        const [first = ''] = loop;
        const message = `goes round in a circle: ${[...loop, first].join(' → ')}; set one of them to null or to another ${kind}`;
        this.#reporter.report(kind, first, { path: [field], message });
      }
    }
  }
}

/** The loops among ways from child to parent, each from its first member in alphabetical order. */
function loopsIn(parents: ReadonlyMap<string, string>): string[][] {
  const loops: string[][] = [];
  const settled = new Set<string>();
  for (const start of [...parents.keys()].sort()) {
    const way: string[] = [];
    const onWay = new Set<string>();
    let at: string | undefined = start;
    while (at !== undefined && !settled.has(at) && !onWay.has(at)) {
      way.push(at);
      onWay.add(at);
      at = parents.get(at);
    }
    if (at !== undefined && onWay.has(at)) loops.push(way.slice(way.indexOf(at)));
    for (const id of way) settled.add(id);
  }
  return loops;
}
