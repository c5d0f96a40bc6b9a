// Follows a debate: what the document says of itself, its sections, and its speeches, each of which becomes a statement.

import { canonicalTag } from '../../../records/languages.ts';
import { type Importing, LeftOut } from '../importing.ts';
import { Statements } from '../statements.ts';
import { dateFrom } from '../texts.ts';
import { DebateDocument, DebateRecords, type SpeakerOfSpeech } from './akoma-ntoso-records.ts';

interface Speech extends SpeakerOfSpeech {
  to: string | null;
  startTime: string | null;
  paragraphs: string[];
}

export class Debate {
  readonly #importing: Importing;
  readonly #statements: Statements;
  readonly #document: DebateDocument;
  readonly #records: DebateRecords;
  #speech: Speech | null = null;

  constructor(importing: Importing, fileName: string) {
    this.#importing = importing;
    this.#statements = new Statements(importing);
    this.#document = new DebateDocument(fileName);
    this.#records = new DebateRecords(importing, this.#document);
  }

  refer(id: string, type: string, name: string): void {
    if (name !== '') this.#document.references.set(id, { type, name });
  }

  /** Takes in what the document says of itself: its date, language, name and address. */
  identify(level: string, name: string, at: (attribute: string) => string | null): void {
    const about = this.#document;
    if (name === 'FRBRdate' && level === 'FRBRWork') about.date ??= dateFrom(at('date') ?? '', null);
    else if (name === 'FRBRlanguage')
      about.language ??= canonicalTag(at('language') ?? ''); // `eng` is `en`
    else if (name === 'FRBRalias') about.title ??= at('value');
    else if (/^FRBR(?:uri|this)$/.test(name) && /^https?:/.test(at('value') ?? '')) about.url ??= at('value');
  }

  entitle(element: string, words: string): void {
    const section = this.#document.sections.at(-1);
    if (words === '' || this.isSpeaking) return;
    if (element === 'docTitle') this.#document.title = words;
    else if (section) section.heading ??= words;
  }

  beginSection(): void {
    this.#document.sections.push({ heading: null, event: null });
  }

  endSection(): void {
    this.#document.sections.pop();
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
    const language = this.#document.language ?? this.#importing.language(line);
    if (paragraphs.length === 0) throw new LeftOut('has no text');
    const speaker = this.#records.speakerOf(speech, language);
    if (speaker === null)
      throw new LeftOut(`names no speaker: '${speech.by ?? ''}' is not among the document's references`);
    const source = this.#records.sourceIn(language, line);
    if (source === null) throw new LeftOut('has no source that can be recorded');
    this.#statements.addSpeech(
      {
        speaker,
        addressee: this.#records.agent(speech.to, language, line),
        saidOn: dateFrom(speech.startTime ?? '', null) ?? this.#document.date,
        event: this.#records.eventIn(language, line),
        source,
        language,
        quotes: paragraphs.map((text) => ({ text })),
        note: null,
      },
      line,
    );
  }
}
