// Writes names as types and functions are named.

/** `speaker.all` is `SpeakerAll`, `JSON-LD` is `JsonLd`. */
export const pascal = (name: string): string =>
  name
    .split(/[^A-Za-z]+/)
    .map((word) => word.charAt(0).toUpperCase() + acronymsAsWords(word.slice(1), word))
    .join('');

/** `JSON` is `Json`, `GeoJSON` is `GeoJson`; `listStatements` stays as it is. */
const acronymsAsWords = (rest: string, word: string): string =>
  word === word.toUpperCase()
    ? rest.toLowerCase()
    : rest.replaceAll(/[A-Z]{2,}/g, (acronym) => acronym.charAt(0) + acronym.slice(1).toLowerCase());
