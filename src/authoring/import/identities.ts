// Gives people, organizations, places, topics, events and sources their ids: the known one for a known name, else a new one.

import type { BaseRecord } from '../../records/fields.ts';
import { slug } from '../../records/fields.ts';
import type { Kind } from '../../records/kinds.ts';
import { namesOf } from '../../records/names.ts';
import { definitionOf, idSpaceOf } from '../../resources/registry.ts';
import { nameKey } from '../../text/name-key.ts';
import { idFrom } from './texts.ts';

/** A record that a name or an id leads to. */
export interface Identity {
  kind: Kind;
  id: string;
}

/** The longest id that is made of a name: room is left for what is joined to it. */
const idLength = 40;

/** Ids by name. Memory grows with the number of names, not with that of quotations. */
export class Identities {
  /** Undefined where several records of a space share the name. */
  readonly #byName = new Map<string, Identity | undefined>();
  readonly #byId = new Map<string, Kind[]>();
  /** The last number that was put behind an id. */
  readonly #numbers = new Map<string, number>();

  /** Takes in a record that need not be made, under its id and all of its names. */
  know(kind: Kind, record: BaseRecord): void {
    this.#take({ kind, id: record.id });
    for (const { form } of namesOf(record)) this.name({ kind, id: record.id }, form);
  }

  /** Lets a name lead to a record, unless it leads to another one already: then it leads nowhere. */
  name(identity: Identity, form: string): void {
    const key = keyOf(identity.kind, form);
    const other = this.#byName.get(key);
    const isShared = this.#byName.has(key) && (other === undefined || other.id !== identity.id);
    this.#byName.set(key, isShared ? undefined : identity);
  }

  /** The record of this name in the space of a kind; null where there is none, 'shared' where there are several. */
  named(kind: Kind, form: string): Identity | 'shared' | null {
    const key = keyOf(kind, form);
    if (!this.#byName.has(key)) return null;
    return this.#byName.get(key) ?? 'shared';
  }

  /** The kinds of the records that have an id. */
  kindsOf(id: string): readonly Kind[] {
    return this.#byId.get(id) ?? [];
  }

  /** The record with this id in the space of a kind. */
  withId(kind: Kind, id: string): Identity | null {
    const space = idSpaceOf(definitionOf[kind]);
    const found = this.kindsOf(id).find((each) => idSpaceOf(definitionOf[each]) === space);
    return found === undefined ? null : { kind: found, id };
  }

  /** Gives a new record an id of its own, made of its name. */
  create(kind: Kind, name: string, length = idLength): string {
    const base = idFrom(name, kind, length);
    const key = keyOf(kind, base);
    let number = this.#numbers.get(key) ?? 1;
    let id = number === 1 ? base : `${base}-${number}`;
    for (; this.withId(kind, id) !== null; id = `${base}-${number}`) number += 1;
    if (number > 1) this.#numbers.set(key, number);
    this.#take({ kind, id });
    return id;
  }

  /** Takes the id that a file gives to a new record; one that is no id of ours becomes one. */
  adopt(kind: Kind, own: string): string {
    if (!slug.safeParse(own).success) return this.create(kind, own, 80);
    this.#take({ kind, id: own });
    return own;
  }

  #take({ kind, id }: Identity): void {
    this.#byId.set(id, [...this.kindsOf(id), kind]);
  }
}

const keyOf = (kind: Kind, form: string): string => `${idSpaceOf(definitionOf[kind])} ${nameKey(form)}`;
