// What a client prefers of what there is, by its `Accept` and `Accept-Encoding` (RFC 9110, 12.5).
import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** The media type that the client likes best of these, the first where it says nothing at all; undefined where it wants none. */
export function preferredType(accept: string | undefined, offered: readonly string[]): string | undefined {
  if (!accept || accept === '*/*') return offered[0];
  return new Negotiator({ headers: { accept } }).mediaType(offered);
}

/** Clients send few different headers: what each accepts is worked out once. Longer ones are worked out each time. */
const [mostKept, longestKept] = [200, 200];

const kept = new LRUCache<string, string[]>({ max: mostKept });

/** The encodings that an `Accept-Encoding` header allows, the preferred first. */
export function acceptedEncodings(header: string): readonly string[] {
  const known = kept.get(header);
  if (known) return known;
  const accepted = new Negotiator({ headers: { 'accept-encoding': header } }).encodings();
  if (header.length <= longestKept) kept.set(header, accepted);
  return accepted;
}
