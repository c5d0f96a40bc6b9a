// Imports a debate in Akoma Ntoso (OASIS LegalDocML): each speech is one statement, with its paragraphs as quotations.
import path from 'node:path';
import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { type Importing, Unreadable } from '../importing.ts';
import { oneLine } from '../texts.ts';
import { Debate } from './akoma-ntoso-debate.ts';
import { textsOf } from './text-stream.ts';

/** What somebody says in a debate. */
const spoken = new Set(['speech', 'question', 'answer']);
/** Texts inside a paragraph that are not the speaker's. */
const notSaid = new Set(['authorialNote', 'remark', 'recordedTime']);

/** Reads the XML as a stream. */
export async function importAkomaNtoso(file: string, importing: Importing): Promise<void> {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const reader = new DebateReader(new Debate(importing, path.basename(file)), importing, parser);
  parser.on('error', (error) => {
    const message = error.message.replace(/^\d+:\d+: /, '');
    throw new Unreadable(parser.line, parser.columnIndex + 1, `is no XML: ${message}`);
  });
  parser.on('opentag', (tag) => reader.open(tag));
  parser.on('closetag', (tag) => reader.close(tag));
  parser.on('text', (text) => reader.text(text));
  for await (const text of textsOf(file, 'save the file as UTF-8')) parser.write(text);
  parser.close();
  reader.end();
}

/** Follows the elements and gathers the texts that count. */
class DebateReader {
  readonly #debate: Debate;
  readonly #importing: Importing;
  readonly #parser: SaxesParser<{ xmlns: true; position: true }>;
  /** Local names of the elements that are open, with the text that was read in each. */
  readonly #open: { name: string; text: string }[] = [];
  #isDebate = false;

  constructor(debate: Debate, importing: Importing, parser: SaxesParser<{ xmlns: true; position: true }>) {
    this.#debate = debate;
    this.#importing = importing;
    this.#parser = parser;
  }

  open({ local, attributes }: SaxesTagNS): void {
    const at = (name: string): string | null => attributeOf(attributes, name);
    this.#open.push({ name: local, text: '' });
    if (local === 'debate') this.#isDebate = true;
    else if (local === 'debateSection' || local === 'speechGroup') this.#debate.beginSection();
    else if (/^TLC(?:Person|Role|Organization)$/.test(local)) {
      this.#debate.refer(at('eId') ?? at('id') ?? '', local.slice(3), oneLine(at('showAs') ?? ''));
    } else if (local.startsWith('FRBR')) this.#debate.identify(this.#parentName(), local, at);
    else if (spoken.has(local)) this.#debate.beginSpeech(this.#parser.line, at);
  }

  text(text: string): void {
    if (this.#open.some(({ name }) => notSaid.has(name))) return;
    const last = this.#open.at(-1);
    if (last) last.text += text;
  }

  /** The text of an element belongs to the one around it too, unless that gathers parts of its own. */
  close({ local }: SaxesTagNS): void {
    const { text = '' } = this.#open.pop() ?? {};
    const words = oneLine(text);
    if (local === 'docTitle' || local === 'heading') this.#debate.entitle(local, words);
    else if (local === 'from') this.#debate.from(words);
    else if (local === 'p' && this.#debate.isSpeaking) this.#debate.say(words);
    else if (local === 'debateSection' || local === 'speechGroup') this.#debate.endSection();
    else if (spoken.has(local))
      this.#importing.attempt('speech', this.#debate.line, () => this.#debate.endSpeech());
    else if (notSaid.has(local)) this.#importing.tally.leaveOut(local, 'the speaker does not say it');
    else if (local === 'scene' || local === 'narrative' || local === 'summary')
      this.#importing.tally.leaveOut(local, 'nobody says it');
    else {
      const outer = this.#open.at(-1);
      if (outer) outer.text += text;
    }
  }

  end(): void {
    if (!this.#isDebate) throw new Unreadable(1, 1, "holds no <debate>; expected Akoma Ntoso's debates");
  }

  #parentName(): string {
    return this.#open.at(-2)?.name ?? '';
  }
}

function attributeOf(attributes: Record<string, SaxesAttributeNS>, name: string): string | null {
  const found = Object.values(attributes).find(({ local }) => local === name);
  return found === undefined || found.value === '' ? null : found.value;
}
