// Checks that an id written without its kind is still clear when records of other kinds have come to share it.
import type { Kind } from '../../records/references.ts';
import type { FieldPath } from '../problems.ts';
import type { AnyRecord, RecordOf } from '../records.ts';
import type { Reporter } from '../reporter.ts';
import { claimable, mentionable, type Resolver } from '../resolver.ts';
import type { Staging } from '../staging.ts';

/** An id that is written without its kind. */
export interface BareUse {
  written: string;
  kind: Kind;
  id: string;
  path: FieldPath;
}

/** So many are remembered. A bulk load has more, but then mostly of the same ids: the first of them will do. */
const remembered = 100_000;

/**
 * The ids that the files write without a kind, and where. What is new or changed is
 * resolved when it is written; without this, a file that did not change would pass where a first load refuses it.
 */
export class BareReferences {
  readonly #uses: BareUse[] = [];

  add(uses: readonly BareUse[]): void {
    for (const use of uses) if (this.#uses.length < remembered) this.#uses.push(use);
  }

  check(staging: Staging, resolver: Resolver, reporter: Reporter): void {
    for (const { written, kind, id, path } of this.#uses) {
      const status = staging.statusOf(kind, id);
      if (status !== 'unchanged' && status !== 'moved') continue;
      const meant = resolver.resolve(written, kind === 'claim' ? claimable : mentionable);
      if (meant !== 'unknown' && 'ambiguous' in meant) {
        reporter.report(kind, id, { path, message: meant.ambiguous });
      }
    }
  }
}

/** Every id in a record that is written without its kind. */
export function bareUses(kind: Kind, record: AnyRecord): BareUse[] {
  const uses = kind === 'statement' ? mentionsOf(record as RecordOf<'statement'>) : [];
  if (kind === 'claim') uses.push(...referenceOf(record as RecordOf<'claim'>));
  return uses.filter(({ written }) => !written.includes('/'));
}

const mentionsOf = ({ id, mentions }: RecordOf<'statement'>): BareUse[] =>
  mentions.map((written, at) => ({ written, kind: 'statement', id, path: ['mentions', at] }));

const referenceOf = ({ id, value }: RecordOf<'claim'>): BareUse[] =>
  value.type === 'reference' ? [{ written: value.value, kind: 'claim', id, path: ['value', 'value'] }] : [];
