// Finds people of the record by the office that they hold: الرئيس الروسي, the Russian president.
import { countryOfAdjective } from './countries.ts';
import type { Person } from './record.ts';

type Term = { person: Person; office: string; country: string | null; from: string; to: string | null };

/** The offices of people with the country and the time of each. */
export class Offices {
  private readonly terms: readonly Term[];

  constructor(people: readonly Person[]) {
    this.terms = people.flatMap((person) =>
      person.roles.flatMap(({ title, from, to }): Term[] => {
        const office = officeOf(Object.values(title).join(' '));
        return office === null
          ? []
          : [{ person, office, country: person.country ?? null, from: from ?? '', to: to ?? null }];
      }),
    );
  }

  /** Who holds the office that a mention describes (الرئيس الروسي, the Russian president) at a date, or null. */
  holderOf(text: string, date: string | null): Person | null {
    const office = officeOf(text);
    const country =
      text
        .split(/\s+/)
        .map(countryOfAdjective)
        .find((code) => code !== null) ?? null;
    if (office === null || country === null) return null;
    const day = date ?? '9999';
    const holders = this.terms.filter(
      (each) =>
        each.office === office &&
        each.country === country &&
        each.from <= day &&
        (each.to === null || each.to >= day),
    );
    const [holder] = holders;
    return holder === undefined || holders.some(({ person }) => person !== holder.person)
      ? null
      : holder.person;
  }
}

const OFFICES: readonly (readonly [office: string, words: RegExp])[] = [
  ['vice-president', /vice[- ]president|نائب (?:ال)?رئيس/i],
  ['prime-minister', /prime minister|premier|رئيس[ةه]? (?:ال)?(?:وزراء|حكومة)/i],
  ['foreign-minister', /foreign minister|minister of foreign|secretary of state|وزير[ةه]? (?:ال)?خارجي/i],
  ['defence-minister', /defen[cs]e (?:minister|secretary)|minister of defen[cs]e|وزير[ةه]? (?:ال)?دفاع/i],
  ['spokesperson', /spokes|متحدث|ناطق/i],
  ['ambassador', /ambassador|سفير/i],
  ['envoy', /envoy|مبعوث/i],
  ['adviser', /advis[eo]r|مستشار/i],
  ['king', /\bking\b|^(?:ال)?(?:ملك|عاهل)/i],
  ['president', /president|^(?:ال)?رئيس/i],
];

function officeOf(text: string): string | null {
  return OFFICES.find(([, words]) => words.test(text))?.[0] ?? null;
}
