// Makes ids for renditions that have none yet. An id once given is kept for ever.

/** The maxIdLength id. */
const maxIdLength = 80;

/** Gives ids `<statement>-<source>`, then with `-2`, `-3` …; never one that is taken already. */
export class RenditionIds {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  next(statement: string, source: string): string {
    let id = joined(statement, `-${source}`);
    for (let number = 2; this.#taken.has(id); number += 1) id = joined(statement, `-${source}-${number}`);
    this.#taken.add(id);
    return id;
  }
}

const joined = (statement: string, suffix: string): string =>
  `${shortened(statement, maxIdLength - suffix.length)}${suffix}`;

/** Cut at a hyphen, so that no word is broken. */
function shortened(id: string, length: number): string {
  if (id.length <= length) return id;
  const cut = id.slice(0, length + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 1));
}
