// Maps of maps, created as they are needed.

/** The map under a key, which is created if there is none. */
export function mapUnder<Key, Value>(maps: Map<Key, Map<string, Value>>, key: Key): Map<string, Value> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const fresh = new Map<string, Value>();
  maps.set(key, fresh);
  return fresh;
}
