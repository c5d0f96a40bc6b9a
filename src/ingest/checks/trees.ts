// Checks that places, topics and events form trees: nothing lies within itself by way of others.
import type { Database } from '../../sqlite/open.ts';
import type { Reporter } from '../reporter.ts';

const trees = [
  ['place', 'within', 'within'],
  ['topic', 'broader', 'broader'],
  ['event', 'part_of', 'partOf'],
] as const;

/** Reports each loop once, at the first of its members, naming the whole of it. */
export function checkTrees(database: Database, reporter: Reporter): void {
  for (const [kind, column, field] of trees) {
    const rows = database
      .prepare(`SELECT id, ${column} FROM ${kind} WHERE ${column} IS NOT NULL`)
      .raw()
      .all();
    for (const loop of loopsIn(new Map(rows as [string, string][]))) {
      const [first = ''] = loop;
      const message = `goes round in a circle: ${[...loop, first].join(' → ')}; set one of them to null or to another ${kind}`;
      reporter.report(kind, first, { path: [field], message });
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
