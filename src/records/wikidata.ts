// Ids of Wikidata inside addresses: of an item's page, or of the item itself as linked data has it.

/** `https://www.wikidata.org/wiki/Q7747`, `http://www.wikidata.org/entity/Q7747`, their like, and `wd:Q7747`. */
const address =
  /^\s*(?:wd:|(?:https?:)?\/\/(?:(?:www|m)\.)?wikidata\.org\/(?:wiki\/(?:Special:EntityData\/)?|entity\/))(Q[1-9]\d{0,15})(?:[#?.].{0,200})?\s*$/i;

/** The id in the address of an item; null where a text is none. */
export const wikidataIdIn = (text: string): string | null => address.exec(text)?.[1]?.toUpperCase() ?? null;
