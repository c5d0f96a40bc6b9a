// What references may lead to: records of one kind, or of one of several kinds.
import { type Kind, mentionedKinds, speakingKinds } from './kinds.ts';

/** The records that a reference may name. Where several kinds share an id, the reference is written `kind/id`. */
export interface Target {
  readonly kinds: readonly Kind[];
  /** Says why a record of these kinds is not what the reference needs; null if it is. */
  objection?(record: object): string | null;
}

const target = (...kinds: Kind[]): Target => ({ kinds });

export const person = target('person');
export const organization = target('organization');
export const place = target('place');
export const topic = target('topic');
export const event = target('event');
export const source = target('source');

/** Who can speak. */
export const agent = target(...speakingKinds);

/** What a statement can mention. */
export const mentionable = target(...mentionedKinds);

/** What the value of a claim can be. */
export const claimable = target('person', 'organization', 'place', 'event', 'topic');
