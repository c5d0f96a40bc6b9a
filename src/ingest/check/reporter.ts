// Reports what is wrong with a record of the new database, at its place in the file it was read from.
import type { Issue } from '../../records/issue.ts';
import type { Kind } from '../../records/kinds.ts';
import type { Additions } from '../load/additions.ts';
import type { Records } from '../load/records.ts';
import { labelOfOrigin } from '../read/file-names.ts';
import type { Checking } from './checking.ts';
import type { Findings } from './findings.ts';

export class Reporter {
  readonly #records: Records;
  readonly #additions: Additions;
  readonly #findings: Findings;

  constructor({ records, additions, findings }: Checking) {
    this.#additions = additions;
    this.#records = records;
    this.#findings = findings;
  }

  /** Reports an issue, unless the record is faulty by itself: what follows from that would only distract. */
  report(kind: Kind, id: string, issue: Issue): void {
    if (this.#records.isFaulty(kind, id)) return;
    const part = kind === 'statement' ? this.#additions.placeOfPart(id, issue.path) : null;
    const place = this.#records.placeOf(kind, id);
    if (part) this.#findings.addIssue(part.at, { ...issue, path: part.path });
    else if (place) this.#findings.addIssue(place, issue);
    else this.#findings.addElsewhere(this.#fileOf(kind, id), `${kind} '${id}'`, issue);
  }

  /** Names a record with its place: `place 'alaska' (seeds/places.yaml:12)`. */
  nameWithPlace(kind: Kind, id: string): string {
    const place = this.#records.placeOf(kind, id);
    return `${kind} '${id}' (${place ? `${place.file.label}:${place.line}` : this.#fileOf(kind, id)})`;
  }

  #fileOf(kind: Kind, id: string): string {
    return labelOfOrigin(this.#records.originOf(kind, id));
  }
}
