// A debate as records: the document is the source, its sections are events, and who speaks is a person with a role.

import { canonicalTag } from '../../../records/languages.ts';
import { entityOf, type Named, namedIn, sourceOf } from '../entities.ts';
import { type Importing, LeftOut } from '../importing.ts';
import { Statements } from '../statements.ts';
import { dateFrom } from '../texts.ts';

/** A section that is open; its event is recorded when somebody speaks in it. */
interface Section {
  heading: string | null;
  event: string | null;
}

interface Speech {
  line: number;
  by: string | null;
  as: string | null;
  to: string | null;
  startTime: string | null;
  from: string | null;
  paragraphs: string[];
}

export class Debate {
  readonly #importing: Importing;
  readonly #statements: Statements;
  readonly #fileName: string;
  /** What `#id` stands for: people, organizations and roles of the document. */
  readonly #references = new Map<string, { type: string; name: string }>();
  readonly #sections: Section[] = [];
  #language: string | null = null;
  #date: string | null = null;
  #title: string | null = null;
  #url: string | null = null;
  #event: string | null = null;
  #source: string | null = null;
  #speech: Speech | null = null;

  constructor(importing: Importing, fileName: string) {
    this.#importing = importing;
    this.#statements = new Statements(importing);
    this.#fileName = fileName;
  }

  refer(id: string, type: string, name: string): void {
    if (name !== '') this.#references.set(id, { type, name });
  }

  /** Takes in what the document says of itself: its date, language, name and address. */
  identify(level: string, name: string, at: (attribute: string) => string | null): void {
    if (name === 'FRBRdate' && level === 'FRBRWork') this.#date ??= dateFrom(at('date') ?? '', null);
    else if (name === 'FRBRlanguage')
      this.#language ??= canonicalTag(at('language') ?? ''); // `eng` is `en`
    else if (name === 'FRBRalias') this.#title ??= at('value');
    else if (/^FRBR(?:uri|this)$/.test(name) && /^https?:/.test(at('value') ?? '')) this.#url ??= at('value');
  }

  entitle(element: string, words: string): void {
    const section = this.#sections.at(-1);
    if (words === '' || this.isSpeaking) return;
    if (element === 'docTitle') this.#title = words;
    else if (section) section.heading ??= words;
  }

  beginSection(): void {
    this.#sections.push({ heading: null, event: null });
  }

  endSection(): void {
    this.#sections.pop();
  }

  get isSpeaking(): boolean {
    return this.#speech !== null;
  }

  /** The line on which the speech begins. */
  get line(): number {
    return this.#speech?.line ?? 0;
  }

  beginSpeech(line: number, at: (attribute: string) => string | null): void {
    this.#importing.tally.read('speeches');
    const [by, as, to, startTime] = [at('by'), at('as'), at('to'), at('startTime')];
    this.#speech = { line, by, as, to, startTime, from: null, paragraphs: [] };
  }

  from(words: string): void {
    if (this.#speech && words !== '') this.#speech.from = words.replace(/\s*[:：]$/, '');
  }

  say(words: string): void {
    if (words !== '') this.#speech?.paragraphs.push(words);
  }

  endSpeech(): void {
    const speech = this.#speech;
    this.#speech = null;
    if (speech === null) return;
    const { line, paragraphs } = speech;
    const language = this.#language ?? this.#importing.language(line);
    if (paragraphs.length === 0) throw new LeftOut('has no text');
    const speaker = this.#speakerOf(speech, language);
    if (speaker === null)
      throw new LeftOut(`names no speaker: '${speech.by ?? ''}' is not among the document's references`);
    const source = this.#sourceIn(language, line);
    if (source === null) throw new LeftOut('has no source that can be recorded');
    this.#statements.addSpeech(
      {
        speaker,
        addressee: this.#agent(speech.to, language, line),
        saidOn: dateFrom(speech.startTime ?? '', null) ?? this.#date,
        event: this.#eventIn(language, line),
        source,
        language,
        quotes: paragraphs.map((text) => ({ text })),
        note: null,
      },
      line,
    );
  }

  /** Who speaks, by the document's references, else by the name that stands before the speech. */
  #speakerOf({ by, as, from, line }: Speech, language: string): string | null {
    const id =
      this.#agent(by, language, line) ??
      (from === null ? null : this.#record('person', from, language, line));
    const role = this.#references.get(withoutHash(as))?.name;
    const person = id === null || role === undefined ? null : this.#importing.drafts.get('person', id);
    if (person && role !== undefined) {
      const roles = (person['roles'] ?? []) as { title: Named['names'] }[];
      if (!roles.some(({ title }) => title[language] === role)) {
        this.#importing.add(
          'person',
          { ...person, roles: [...roles, { title: { [language]: role } }] },
          line,
        );
      }
    }
    return id;
  }

  #agent(reference: string | null, language: string, line: number): string | null {
    const found = this.#references.get(withoutHash(reference));
    if (found === undefined || found.type === 'Role') return null;
    return this.#record(found.type === 'Person' ? 'person' : 'organization', found.name, language, line);
  }

  #record(
    kind: 'person' | 'organization' | 'event',
    name: string,
    language: string,
    line: number,
  ): string | null {
    return entityOf(this.#importing, kind, namedIn(language, name), line)?.id ?? null;
  }

  #sourceIn(language: string, line: number): string | null {
    const names = { [language]: this.#title ?? this.#fileName };
    this.#source ??= sourceOf(
      this.#importing,
      { id: null, names, url: this.#url, outlet: null, publishedOn: null, language },
      line,
    );
    return this.#source;
  }

  /** The event of the innermost section with a heading; sections are parts of the debate. */
  #eventIn(language: string, line: number): string | null {
    const { identities } = this.#importing;
    const make = (name: string, partOf: string | null): string => {
      const id = identities.create('event', name);
      const record = { id, name: { [language]: name }, kind: 'other', partOf, start: this.#date };
      this.#importing.add('event', record, line);
      return id;
    };
    this.#event ??= make(this.#title ?? this.#fileName, null);
    let event = this.#event;
    for (const section of this.#sections) {
      if (section.heading === null) continue;
      section.event ??= make(section.heading, event);
      event = section.event;
    }
    return event;
  }
}

const withoutHash = (reference: string | null): string => (reference ?? '').replace(/^#/, '');
