// Tells what items are called, and remembers it: the same few speakers and topics are counted again and again.
import { LRUCache } from 'lru-cache';
import type { Collection } from '../records/kinds.ts';
import type { Name } from '../store/names.ts';
import { documentWithId } from './documents.ts';
import type { Prepare } from './prepare.ts';

/** The name of an item, or null where the collection has no such id. Its collection is one of named items. */
export type ItemNames = (collection: Collection, id: string) => Name | null;

/** Names of a collection that are remembered. */
const maxNames = 10_000;

/** Makes the look-up over the documents of a state that does not change. */
export function itemNamesOf(prepare: Prepare): ItemNames {
  /** By collection, so that no key is put together: a page asks for a hundred names. */
  const known = new Map<Collection, LRUCache<string, { name: Name | null }>>();

  function begin(collection: Collection) {
    const none = new LRUCache<string, { name: Name | null }>({ max: maxNames });
    known.set(collection, none);
    return none;
  }

  function read(collection: Collection, id: string): Name | null {
    const body = documentWithId(prepare, collection, id);
    return body ? JSON.parse(body.toString('utf8')).name : null;
  }

  return (collection, id) => {
    const ofCollection = known.get(collection) ?? begin(collection);
    const remembered = ofCollection.get(id);
    if (remembered) return remembered.name;
    const name = read(collection, id);
    ofCollection.set(id, { name });
    return name;
  };
}
