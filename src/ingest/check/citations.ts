// Checks that each passage lies in the paragraph it names, by the paragraphs that its source records.

import type { BaseRecord } from '../../records/fields.ts';
import type { FieldPath, Issue } from '../../records/issue.ts';
import type { Citation, KindDefinition } from '../../records/kind.ts';
import { isPlaced, relocate } from '../../records/rules.ts';
import { sourceKind } from '../../resources/sources/kind.ts';
import type { Database } from '../../sqlite/open.ts';
import { recordsById } from '../load/stored-records.ts';
import type { Reporter } from './reporter.ts';

export class CitationCheck {
  readonly #reporter: Reporter;
  /** Start and end of each paragraph in turn, by source. */
  readonly #paragraphs = new Map<string, Uint32Array>();

  constructor(database: Database, reporter: Reporter) {
    this.#reporter = reporter;
    for (const { id, paragraphs } of recordsById(database, sourceKind)) {
      this.#paragraphs.set(id, Uint32Array.from(paragraphs.flatMap(({ start, end }) => [start, end])));
    }
  }

  add({ kind, citations }: KindDefinition, record: BaseRecord): void {
    for (const [citation, path] of citations?.(record) ?? []) {
      const issue = this.#issueWith(citation, path);
      if (issue) this.#reporter.report(kind, record.id, issue);
    }
  }

  #issueWith(citation: Citation, path: FieldPath): Issue | null {
    const { source } = citation;
    const bounds = this.#paragraphs.get(source);
    if (bounds === undefined) return null; // which is reported as a reference that leads nowhere
    if (!isPlaced(citation)) {
      if (bounds.length === 0 || citation.start !== null) return null; // a place that is not whole is reported, too
      return { path: [...path, 'start'], message: `missing, for ${source} has a text; ${relocate}` };
    }
    const { paragraph, start, end } = citation;
    if (bounds.length === 0) {
      const message = `${source} is known without its text, so that nothing has a place in it; remove paragraph, start and end, or give the source its file`;
      return { path: [...path, 'paragraph'], message };
    }
    const [from, to] = bounds.subarray(2 * (paragraph - 1), 2 * paragraph);
    if (from === undefined || to === undefined) {
      const message = `${source} has no paragraph ${paragraph}; it has ${bounds.length / 2}`;
      return { path: [...path, 'paragraph'], message };
    }
    if (start >= from && end <= to) return null;
    const field = start < from || start >= to ? 'start' : 'end';
    const message = `${start}–${end} is not inside paragraph ${paragraph} of ${source} (${from}–${to})`;
    return { path: [...path, field], message };
  }

  finish(): void {}
}
