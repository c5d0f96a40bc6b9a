// A debate as records: the document is the source, its sections are events, and who speaks is a person with a role.
import { entityOf, type Named, namedIn, sourceOf } from '../entities.ts';
import type { Importing } from '../importing.ts';

/** A section that is open; its event is recorded when somebody speaks in it. */
interface Section {
  heading: string | null;
  event: string | null;
}

/** What a document says of itself, as far as it has been read. */
export class DebateDocument {
  language: string | null = null;
  date: string | null = null;
  title: string | null = null;
  url: string | null = null;
  /** What `#id` stands for: people, organizations and roles of the document. */
  readonly references = new Map<string, { type: string; name: string }>();
  readonly sections: Section[] = [];
  readonly #fileName: string;

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  get name(): string {
    return this.title ?? this.#fileName;
  }
}

/** How a speech names its speaker: by reference, with a role, or by the name that stands before it. */
export interface SpeakerOfSpeech {
  line: number;
  by: string | null;
  as: string | null;
  from: string | null;
}

export class DebateRecords {
  readonly #importing: Importing;
  readonly #document: DebateDocument;
  #event: string | null = null;
  #source: string | null = null;

  constructor(importing: Importing, document: DebateDocument) {
    this.#importing = importing;
    this.#document = document;
  }

  /** Who speaks, by the document's references, else by the name that stands before the speech. */
  speakerOf({ by, as, from, line }: SpeakerOfSpeech, language: string): string | null {
    const id =
      this.agent(by, language, line) ?? (from === null ? null : this.#record('person', from, language, line));
    const role = this.#document.references.get(withoutHash(as))?.name;
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

  agent(reference: string | null, language: string, line: number): string | null {
    const found = this.#document.references.get(withoutHash(reference));
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

  sourceIn(language: string, line: number): string | null {
    const names = { [language]: this.#document.name };
    this.#source ??= sourceOf(
      this.#importing,
      { id: null, names, url: this.#document.url, outlet: null, publishedOn: null, language },
      line,
    );
    return this.#source;
  }

  /** The event of the innermost section with a heading; sections are parts of the debate. */
  eventIn(language: string, line: number): string | null {
    const { identities } = this.#importing;
    const make = (name: string, partOf: string | null): string => {
      const id = identities.create('event', name);
      const record = { id, name: { [language]: name }, kind: 'other', partOf, start: this.#document.date };
      this.#importing.add('event', record, line);
      return id;
    };
    this.#event ??= make(this.#document.name, null);
    let event = this.#event;
    for (const section of this.#document.sections) {
      if (section.heading === null) continue;
      section.event ??= make(section.heading, event);
      event = section.event;
    }
    return event;
  }
}

const withoutHash = (reference: string | null): string => (reference ?? '').replace(/^#/, '');
