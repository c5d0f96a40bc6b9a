// The ranges that a language lies in: who asks for Chinese finds Chinese in any script (RFC 4647, basic filtering).

/** `zh-Hant-TW` is found by itself, by `zh-Hant` and by `zh`. */
export function languageRanges(tag: string): string[] {
  const parts = tag.split('-');
  return parts.map((_, at) => parts.slice(0, parts.length - at).join('-'));
}
