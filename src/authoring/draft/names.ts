// Finds people, organizations and places of the record in a mention, by name or by the office they hold.
import { outletKinds } from '../../resources/organizations/schema.ts';
import { nameKey, nameKeys } from '../../text/name-key.ts';
import { Offices } from './offices.ts';
import type { KnownRecord } from './record.ts';

export type KnownName = {
  kind: 'person' | 'organization' | 'place';
  id: string;
  name: string;
  /** True of organizations that publish. */
  isOutlet?: boolean;
  /** Of places: their kind in the record. */
  placeKind?: string;
};

/** The names of the record by their key; speakers before places where a name is both. */
export class Names {
  /** Null where several speakers share the name: a person decides who is meant. */
  private readonly byKey = new Map<string, KnownName | null>();
  private readonly offices: Offices;

  /** The last words of all names, and for each word that was asked whether it may be one. */
  private readonly lasts = new Set<string>();
  private readonly endings = new Map<string, boolean>();

  /** The words of the names of people, normalised, to tell a name from other words. */
  readonly words: ReadonlySet<string>;

  constructor(record: KnownRecord) {
    const forms = record.people.flatMap(({ name, aliases }) => [...Object.values(name), ...aliases]);
    this.words = new Set(forms.flatMap((form) => nameKey(form).split(' ')).filter((word) => word.length > 2));
    for (const entry of record.people) this.add('person', entry);
    for (const entry of record.organizations)
      this.add('organization', entry, isOutletKind(entry.kind) ? { isOutlet: true } : {});
    for (const entry of record.places) this.add('place', entry, { placeKind: entry.kind });
    this.offices = new Offices(record.people);
  }

  private add(
    kind: KnownName['kind'],
    entry: { id: string; name: Record<string, string>; aliases: string[] },
    more: Pick<KnownName, 'isOutlet' | 'placeKind'> = {},
  ): void {
    const name = entry.name['en'] ?? Object.values(entry.name)[0] ?? entry.id;
    for (const each of [...Object.values(entry.name), ...entry.aliases]) {
      const key = nameKey(each);
      if (key === '') continue;
      this.lasts.add(lastWord(key));
      const known = this.byKey.get(key);
      if (known === undefined) this.byKey.set(key, { kind, id: entry.id, name, ...more });
      else if (known !== null && known.id !== entry.id && kind !== 'place') this.byKey.set(key, null);
    }
  }

  /** The record's entry under exactly these words, with Arabic prefixes taken off. */
  exact(words: string): KnownName | null {
    for (const key of nameKeys(words)) {
      const found = this.byKey.get(key);
      if (found !== undefined) return found; // null ends the search, too: the words are a name
    }
    return null;
  }

  /** The first speaker of the record that is named within the mention, longest name first. */
  speakerIn(text: string): KnownName | null {
    const all = this.allIn(text).filter(({ kind }) => kind !== 'place');
    return all.find(({ kind }) => kind === 'person') ?? all[0] ?? null;
  }

  /** Everything of the record that is named in a text, in order, each once. */
  allIn(text: string): KnownName[] {
    const words = text.split(/[\s،,.:؛;()«»"“”]+/).filter((word) => word !== '');
    const found = new Map<string, KnownName>();
    for (let from = 0; from < words.length; from += 1)
      for (let to = Math.min(words.length, from + 6); to > from; to -= 1) {
        const several = to - from > 1;
        if (several && !this.mayEnd(words[to - 1] ?? '')) continue;
        const name = this.exact(words.slice(from, to).join(' '));
        if (name === null) continue;
        found.set(`${name.kind}/${name.id}`, name);
        from = to - 1;
        break;
      }
    return [...found.values()];
  }

  /** Who holds the office that a mention describes at a date, or null. */
  holderOf(text: string, date: string | null): KnownName | null {
    const holder = this.offices.holderOf(text, date);
    return holder && { kind: 'person', id: holder.id, name: holder.name['en'] ?? holder.id };
  }

  /** The ids of all that is named at the beginning of a text. */
  idsIn(text: string): ReadonlySet<string> {
    return new Set(this.allIn(text.slice(0, BEGINNING)).map(({ id }) => id));
  }

  /** Whether a name of several words may end with this one: spares most of the spellings that `exact` would try. */
  private mayEnd(word: string): boolean {
    const known = this.endings.get(word);
    if (known !== undefined) return known;
    const keys = [word, word.replace(/['’]s?$/, '')].map((form) => lastWord(nameKey(form)));
    const may = keys.some((key) => key.length < 2 || this.lasts.has(key));
    if (this.endings.size < ENDINGS_KEPT) this.endings.set(word, may);
    return may;
  }
}

const ENDINGS_KEPT = 50_000;
const BEGINNING = 20_000;

const lastWord = (key: string): string => key.slice(key.lastIndexOf(' ') + 1);

const isOutletKind = (kind: string): boolean => (outletKinds as readonly string[]).includes(kind);
