// Remembers what request headers ask for: clients send few different ones, and each is read once.
import { LRUCache } from 'lru-cache';

/** Headers that are remembered. */
const max = 500;

/** Longer headers, in UTF-16 units, are read each time. */
const maxLength = 1_000;

/** Returns a function that gives what `read` made of a header, or makes it now. */
export function rememberHeaders<Value extends {}>(): (header: string, read: () => Value) => Value {
  const remembered = new LRUCache<string, Value>({ max });
  return (header, read) => {
    const known = remembered.get(header);
    if (known !== undefined) return known;
    const value = read();
    if (header.length <= maxLength) remembered.set(header, value);
    return value;
  };
}
