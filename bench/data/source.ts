// A source that gets a paragraph for each passage, and is written once it has all of them.
import { createHash } from 'node:crypto';
import { text } from './json.ts';

export class Source {
  readonly id: string;
  readonly language: 'ar' | 'en';
  readonly #number: number;
  readonly #published: string;
  readonly #outlet: string | null;
  readonly #dateline: { place: string; date: string } | null;
  #paragraphs = '';
  #count = 0;
  #end = 0;

  constructor(
    number: number,
    language: 'ar' | 'en',
    published: string,
    outlet: string | null,
    dateline: { place: string; date: string } | null,
  ) {
    this.id = `article-${number.toString(36).padStart(4, '0')}`;
    this.language = language;
    this.#number = number;
    this.#published = published;
    this.#outlet = outlet;
    this.#dateline = dateline;
    this.paragraph(80 + (number % 40)); // a headline, so that no source is without a paragraph
  }

  /** Adds a paragraph of this length in code points. Gives its number and the offset of its start. */
  paragraph(length: number): { paragraph: number; start: number } {
    const start = this.#count === 0 ? 0 : this.#end + 2;
    this.#paragraphs += `${this.#count === 0 ? '' : ','}{"start":${start},"end":${start + length}}`;
    this.#count += 1;
    this.#end = start + length;
    return { paragraph: this.#count, start };
  }

  line(): string {
    const digest = createHash('sha256').update(this.id).digest('hex');
    const url = this.#number % 3 === 0 ? null : `https://news.example/${this.#published}/${this.id}`;
    return (
      `{"kind":"source","id":"${this.id}","name":{"en":"Article ${this.id}","ar":"المقال ${this.id}"},` +
      `"file":"${this.id}.txt","sha256":"${digest}","outlet":${text(this.#outlet)},"language":"${this.language}",` +
      `"publishedOn":"${this.#published}","dateline":${JSON.stringify(this.#dateline)},"url":${text(url)},` +
      `"note":null,"paragraphs":[${this.#paragraphs}]}\n`
    );
  }
}
