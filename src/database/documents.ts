// What a resource hands to the read model: the answers of its collection, each with its place in order and its filter terms.
import type { Collection, Count } from '../references.ts';

/** One ready answer. */
export interface Document {
  id: string;
  /** Sorts the collection in its default order, byte by byte; unique. */
  sortKey: string;
  /** How much is behind it: renditions of a statement, statements of anything else. */
  weight: number;
  /** The answer, to be sent as JSON; or that JSON in pieces, where the answers of its renditions are made of them. */
  body: object | readonly string[];
  /** The filter values that it answers to, as [facet, value]. */
  terms: Iterable<readonly [facet: string, value: string]>;
  /** What it can be found by in a search; nothing where it is left out. */
  text?: SearchText;
  /** The answers that are made of its pieces. */
  passages?: readonly Passage[];
}

/** A rendition's answer, made of pieces of its statement's: of one of them, with the first put into it. */
export interface Passage extends Pick<Document, 'id' | 'sortKey' | 'weight' | 'terms'> {
  /** Index of the piece that holds the rendition. */
  piece: number;
  /** How many bytes of it come before the statement in short. */
  lead: number;
}

/** Texts by what a hit in them is worth, from most to least, and the names of what it is about. */
export interface SearchText {
  /** Words inside quotation marks; of anything but a statement, its own names. */
  quoted?: readonly string[];
  /** Gists, descriptions and notes. */
  own?: readonly string[];
  /** Names and aliases of what it is about. */
  names?: readonly string[];
}

/** How many documents of a collection carry a value, with the list of them. */
export type Counter = (collection: Collection, facet: string, value: string) => Count;
