// Reports what is wrong with a record among the others, at its place in the file it was read from.

import type { Kind } from '../records/references.ts';
import type { Database } from '../sqlite/open.ts';
import { preparer } from '../sqlite/prepare.ts';
import { labelOfOrigin } from './file-names.ts';
import type { Findings } from './findings.ts';
import type { Misfit } from './shape.ts';
import type { Staging } from './staging.ts';

/** Turns misfits of records into problems with a place. */
export class Reporter {
  readonly #prepare: ReturnType<typeof preparer>;
  readonly #staging: Staging;
  readonly #findings: Findings;

  constructor(database: Database, staging: Staging, findings: Findings) {
    this.#prepare = preparer(database);
    this.#staging = staging;
    this.#findings = findings;
  }

  /** Reports a misfit, unless the record is faulty itself: then what follows from it would only distract. */
  report(kind: Kind, id: string, misfit: Misfit): void {
    const status = this.#staging.statusOf(kind, id);
    const place = this.#staging.placeOf(kind, id);
    if (status === 'faulty') return;
    if (status !== null && place !== null) this.#findings.addMisfit(place, misfit);
    else this.#findings.addElsewhere(this.fileOf(kind, id), `${kind} '${id}'`, misfit);
  }

  /** Names a record with its place: `'alaska' (seeds/places.yaml:12)`. */
  nameWithPlace(kind: Kind, id: string): string {
    const place = this.#staging.placeOf(kind, id);
    return place
      ? `${kind} '${id}' (${place.file.label}:${place.line})`
      : `${kind} '${id}' (${this.fileOf(kind, id)})`;
  }

  /** The file that a record of the database came from, as the user would name it. */
  fileOf(kind: Kind, id: string): string {
    const origin = this.#prepare('SELECT origin FROM record WHERE kind = ? AND id = ?').pluck().get(kind, id);
    return labelOfOrigin(String(origin));
  }
}
