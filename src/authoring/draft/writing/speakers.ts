// Writes speakers and outlets that the record does not know, as drafts of people.yaml and organizations.yaml.
import { bodies } from '../arabic/words.ts';
import { countryOfAdjective, governmentOf } from '../countries.ts';
import { latin, slugOf, UniqueIds } from '../ids.ts';
import { bareName, namesPerson } from '../name-words.ts';
import { outletOf } from '../outlets.ts';
import type { KnownRecord } from '../record.ts';
import { formOf } from '../tokens.ts';
import type { Speaker } from '../utterance.ts';
import type { ReadArticle } from './read-article.ts';
import { comment, flow, list } from './yaml-lines.ts';

/** A speaker whom an article names and the record does not know. */
export type NewSpeaker = {
  id: string;
  name: string;
  language: string;
  kind: 'person' | 'body';
  role: string | null;
  country: string | null;
};

/** People named in full and bodies, each once. */
export function newSpeakers(articles: readonly ReadArticle[], record: KnownRecord): NewSpeaker[] {
  const ids = new UniqueIds([...record.people, ...record.organizations].map(({ id }) => id));
  const found = new Map<string, NewSpeaker>();
  for (const { article, drafted } of articles)
    for (const { each } of drafted) {
      const { speaker } = each.utterance;
      if (speaker === null || speaker.id !== null) continue;
      const fresh = newSpeaker(speaker, article.language, ids, found.get(speaker.name));
      if (fresh !== null) found.set(speaker.name, fresh);
    }
  return [...found.values()];
}

/** The speaker as far as this mention and those before it tell; null for unnamed sources and roles without a name. */
function newSpeaker(
  { text, name }: Speaker,
  language: string,
  ids: UniqueIds,
  known: NewSpeaker | undefined,
): NewSpeaker | null {
  const kind = namesPerson(text, language) ? 'person' : isBody(text, language) ? 'body' : null;
  if (kind === null) return null;
  const words = kind === 'person' ? (name.split(' ').at(-1) ?? name) : name;
  return {
    id: known?.id ?? ids.take(slugOf(words, 'speaker', 60)),
    name,
    language,
    kind,
    role: known?.role ?? (kind === 'person' ? roleIn(text, name, language) : null),
    country: known?.country ?? countryIn(text),
  };
}

/** A ministry, a movement, a court: a head of the lexicon with at least one more word. */
function isBody(text: string, language: string): boolean {
  if (language !== 'ar') return false;
  const words = text.split(/\s+/);
  return (
    words.length >= 2 && words.length <= 5 && bodies.has(formOf(words[0] ?? '')) && !/[«»"،():]/.test(text)
  );
}

/** The words before the name: 'Foreign Minister' of 'Foreign Minister Ann Lee'. */
function roleIn(text: string, name: string, language: string): string | null {
  const at = text.indexOf(language === 'ar' ? bareName(text) : name);
  const role =
    at <= 0
      ? ''
      : text
          .slice(0, at)
          .replace(/[\s،,]+$/u, '')
          .replace(/^(?:the|a|an)\s+/i, '');
  return role === '' || /^(?:mr|mrs|ms|dr)\.?$/i.test(role) ? null : role;
}

function countryIn(text: string): string | null {
  const words = text.split(/[\s،,]+/);
  const of = (word: string) => countryOfAdjective(word) ?? governmentOf(word)?.code ?? null;
  return words.map(of).find((code) => code !== null) ?? null;
}

/** Entries of people.yaml. */
export function peopleYaml(speakers: readonly NewSpeaker[]): string {
  return speakers
    .filter(({ kind }) => kind === 'person')
    .map(({ id, name, language, role, country }) => {
      const roles = role === null ? '[]' : `[${flow({ title: { [language]: role } })}]`;
      return entry('new: check the id, the name and the role', id, [
        ...nameLines(name, language),
        `  roles: ${roles}`,
        `  country: ${country ?? 'null'}`,
      ]);
    })
    .join('');
}

/** Entries of organizations.yaml: bodies that speak, and outlets that articles credit or are published by. */
export function organizationsYaml(
  speakers: readonly NewSpeaker[],
  articles: readonly ReadArticle[],
  record: KnownRecord,
): string {
  const known = new Set(record.organizations.map(({ id }) => id));
  const cited = articles.flatMap(({ drafted, dateline }) => [
    dateline?.outlet ?? null,
    ...drafted.map(({ each }) => each.utterance.via?.id ?? null),
  ]);
  const outlets = [...new Set(cited)].filter((id) => id !== null && !known.has(id)) as string[];
  return [...outlets.map(outletYaml), ...speakers.filter(({ kind }) => kind === 'body').map(bodyYaml)].join(
    '',
  );
}

function bodyYaml({ id, name, language, country }: NewSpeaker): string {
  return entry('new: choose its common English name as the id, and its kind', id, [
    ...nameLines(name, language),
    '  kind: other',
    `  country: ${country ?? 'null'}`,
  ]);
}

function outletYaml(id: string): string {
  const outlet = outletOf(id);
  const names = outlet?.names ?? [id];
  const isArabic = (name: string) => /\p{Script=Arabic}/u.test(name);
  const en = names.find((name) => !isArabic(name));
  const ar = names.find(isArabic);
  const others = names.filter((name) => name !== en && name !== ar);
  return entry('new: an outlet that articles credit', id, [
    `  name: ${flow({ ...(en === undefined ? {} : { en }), ...(ar === undefined ? {} : { ar }) })}`,
    `  kind: ${outlet?.kind ?? 'newspaper'}`,
    `  aliases: ${list(others.map((name) => JSON.stringify(name)))}`,
  ]);
}

/** The name in the article's language; an Arabic one in Latin letters too, as a first guess. */
function nameLines(name: string, language: string): string[] {
  if (language === 'en') return [`  name: ${flow({ en: name })}`];
  return [`  name: ${flow({ ar: name })} ${comment(`in Latin letters perhaps ${latin(name)}`)}`];
}

function entry(note: string, id: string, lines: readonly string[]): string {
  return `${[comment(note), `- id: ${id}`, ...lines].join('\n')}\n`;
}
