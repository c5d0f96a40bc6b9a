// What --prune would remove although other records refer to it.
import { type Kind, kinds } from '../../records/kinds.ts';
import type { OldRecord, OldRecords } from '../load/old-records.ts';
import { labelOfOrigin } from '../read/file-names.ts';
import type { Findings } from './findings.ts';

export class Removals {
  readonly #findings: Findings;
  /** The removed records by `kind/id`, each with those that refer to it. */
  readonly #removed: Map<string, OldRecord & { owners: Map<string, Kind> }>;

  constructor(old: OldRecords, findings: Findings) {
    this.#findings = findings;
    this.#removed = new Map(
      old.removed().map((each) => [`${each.kind}/${each.id}`, { ...each, owners: new Map() }]),
    );
  }

  has(kind: Kind, id: string): boolean {
    return this.#removed.has(`${kind}/${id}`);
  }

  /** Notes that a record refers to a removed one of these kinds. */
  note(kinds: readonly Kind[], written: string, kind: Kind, id: string): void {
    const removedId = written.replace(/^.*\//, '');
    for (const each of kinds) this.#removed.get(`${each}/${removedId}`)?.owners.set(`${kind} '${id}'`, kind);
  }

  /** Reports each removed record once, with those that need it. */
  report(): void {
    for (const { kind, id, origin, owners } of this.#removed.values()) {
      if (owners.size === 0) continue;
      const message = `${kind} '${id}' cannot be removed: ${listOf(sorted(owners))} to it; keep it, or change what refers to it${remedyFor(kind)}`;
      this.#findings.add({ file: labelOfOrigin(origin), line: null, column: null, path: '', message });
    }
  }
}

/** Renditions that a removed file added stay with their statement until its own file is read. */
const remedyFor = (kind: Kind): string =>
  kind === 'source' ? '. If its own file added the renditions, name the files of the statements, too' : '';

/** By kind, in the order in which kinds are loaded; then by id. */
const sorted = (owners: ReadonlyMap<string, Kind>): string[] =>
  [...owners.entries()]
    .sort(([a, x], [b, y]) => kinds.indexOf(x) - kinds.indexOf(y) || (a < b ? -1 : 1))
    .map(([owner]) => owner);

/** `a, b, c and 2 more refer` */
function listOf(owners: readonly string[]): string {
  const others = owners.length > 3 ? ` and ${owners.length - 3} more` : '';
  return `${owners.slice(0, 3).join(', ')}${others} ${owners.length > 1 ? 'refer' : 'refers'}`;
}
