// Checks that an id written without its kind is still clear when records of other kinds have come to share it.
import type { Kind } from '../../references.ts';
import type { FieldPath } from '../problems.ts';
import type { AnyRecord, RecordOf } from '../records.ts';
import type { Reporter } from '../reporter.ts';
import { claimable, mentionable, type Resolver } from '../resolver.ts';
import type { Staging } from '../staging.ts';

interface Use {
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
  readonly #uses: Use[] = [];

  note(kind: Kind, record: AnyRecord): void {
    if (kind === 'statement') this.#noteMentions(record as RecordOf<'statement'>);
    if (kind === 'claim') this.#noteValue(record as RecordOf<'claim'>);
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

  #noteMentions({ id, mentions }: RecordOf<'statement'>): void {
    for (const [at, mention] of mentions.entries()) {
      this.#note({ written: mention, kind: 'statement', id, path: ['mentions', at] });
    }
  }

  #noteValue({ id, value }: RecordOf<'claim'>): void {
    if (value.type === 'reference') {
      this.#note({ written: value.value, kind: 'claim', id, path: ['value', 'value'] });
    }
  }

  #note(use: Use): void {
    if (this.#uses.length < remembered && !use.written.includes('/')) this.#uses.push(use);
  }
}
