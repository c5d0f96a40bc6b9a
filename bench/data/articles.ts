// Makes statements in blocks of a hundred with the five sources that report them, and their positions in these.
import { list, text } from './json.ts';
import { makeSaying } from './passage.ts';
import { Random, Zipf } from './random.ts';
import { rendition } from './rendition.ts';
import type { Setting } from './setting.ts';
import { Source } from './source.ts';

/** Statements that share their sources and their days. */
export const blockSize = 100;
const sourcesInBlock = 5;

const firstDay = Date.UTC(2018, 0, 1);
const days = 8 * 365;
const dayLength = 86_400_000;

/** Lines of NDJSON, the sources before the statements. */
export class Articles {
  readonly #setting: Setting;
  readonly #speakers: Zipf<string>;
  readonly #outlets: Zipf<string>;
  readonly #topics: Zipf<string>;
  readonly #places: Zipf<string>;

  constructor(setting: Setting) {
    const ids = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id);
    const bodies = ids(setting.bodies);
    this.#setting = setting;
    this.#speakers = new Zipf(
      ids(setting.people).flatMap((id, at) => (at % 10 === 9 ? [id, ...bodies.splice(0, 1)] : [id])),
    );
    this.#outlets = new Zipf(ids(setting.outlets));
    this.#topics = new Zipf(ids(setting.topics), 3);
    this.#places = new Zipf(ids(setting.places), 3);
  }

  /** The block with this number and this many statements. A block does not depend on other blocks. */
  block(number: number, statements: number): string {
    const random = new Random(1000 + number);
    const day = random.below(days);
    const event = random.chance(0.6) ? random.one(this.#setting.events) : undefined;
    const at = event === undefined ? firstDay + day * dayLength : Date.parse(event.start);
    const sources = Array.from({ length: sourcesInBlock }, (_, index) =>
      this.#source(number, index, at, random),
    );
    let lines = '';
    for (let index = 0; index < statements; index += 1) {
      lines += this.#statement(number * blockSize + index, at, event?.id, sources, random);
    }
    return sources.map((source) => source.line()).join('') + lines;
  }

  #source(block: number, index: number, at: number, random: Random): Source {
    const language = random.chance(0.65) ? 'ar' : 'en';
    const published = dayOf(at + random.below(3) * dayLength);
    const outlet = random.chance(0.03) ? null : this.#outlets.draw(random);
    const dateline = random.chance(0.4) ? { place: this.#places.draw(random), date: published } : null;
    return new Source(block * sourcesInBlock + index, language, published, outlet, dateline);
  }

  #statement(
    number: number,
    at: number,
    event: string | undefined,
    sources: readonly Source[],
    random: Random,
  ): string {
    const speakers = this.#speakers.some(random, random.chance(0.03) ? 2 : 1);
    const topics = this.#topics.some(random, random.between(1, 3));
    const addressees = random.chance(0.25) ? this.#speakers.some(random, 1) : [];
    const saying = makeSaying(random);
    const id = `${speakers[0]}-${topics[0]}-${number.toString(36)}`;
    const saidOn = random.chance(0.02) ? null : dayOf(at - random.below(4) * dayLength);
    const occasion = event !== undefined && random.chance(0.8) ? event : null;
    const place = random.chance(0.8) ? this.#places.draw(random) : null;
    const mentions = this.#mentions(random);
    const count = renditionCounts[random.below(renditionCounts.length)] ?? 1;
    const first = random.below(sources.length);
    let renditions = '';
    for (let index = 0; index < count; index += 1) {
      const source = sources[(first + index) % sources.length] as Source;
      const via = random.chance(0.1) ? this.#outlets.draw(random) : null;
      renditions += `${index > 0 ? ',' : ''}${rendition(`${id}-${index + 1}`, source, via, saying, random)}`;
    }
    return (
      `{"kind":"statement","id":"${id}","speakers":${list(speakers)},` +
      `"gist":{"en":"${saying.gist.en}","ar":"${saying.gist.ar}"},"saidOn":${text(saidOn)},` +
      `"event":${text(occasion)},"place":${text(place)},"addressees":${list(addressees)},` +
      `"topics":${list(topics)},"mentions":${list(mentions)},"renditions":[${renditions}]}\n`
    );
  }

  #mentions(random: Random): string[] {
    const mentions: string[] = [];
    if (random.chance(0.3)) mentions.push(this.#speakers.draw(random));
    if (random.chance(0.2)) mentions.push(`place/${this.#places.draw(random)}`);
    if (random.chance(0.05)) mentions.push(random.one(this.#setting.events).id);
    return mentions;
  }
}

/** Two on average; one source never reports a statement twice here. */
const renditionCounts = [1, 1, 1, 1, 2, 2, 2, 3, 3, 4];

const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);
