// Finds or makes the records that statements refer to: people, organizations, places, topics, events and sources.

import { withArticle } from '../../records/kind-words.ts';
import type { Kind } from '../../records/kinds.ts';
import type { Identity } from './identities.ts';
import type { Importing } from './importing.ts';
import { idFrom, oneLine } from './texts.ts';

/** A thing as a file names it: by an id, by its name in some languages, or by both. */
export interface Named {
  id: string | null;
  names: Readonly<Record<string, string>>;
}

/** A thing that is named in one language. */
export const namedIn = (language: string, name: string): Named => ({
  id: null,
  names: { [language]: oneLine(name) },
});

const fieldsOfKind: Partial<Record<Kind, (names: Named['names']) => object>> = {
  organization: () => ({ kind: 'other' }),
  place: () => ({ kind: 'other' }),
  event: () => ({ kind: 'other' }),
  topic: (description) => ({ description }),
};

/**
 * The record of a thing; a new one of this kind where there is none, with `more` fields. Null where it cannot be had,
 * which is told.
 */
export function entityOf(
  importing: Importing,
  kind: Kind,
  named: Named,
  line: number,
  more: object = {},
): Identity | null {
  const found = known(importing, kind, named, line);
  if (found !== 'new') return found;
  const { id: own, names } = named;
  const [name = own ?? ''] = Object.values(names);
  const { identities } = importing;
  const id = own === null ? identities.create(kind, name) : identities.adopt(kind, own);
  const texts = Object.keys(names).length > 0 ? names : nameFrom(importing, own ?? id, kind, line);
  const record = { id, name: texts, ...fieldsOfKind[kind]?.(texts), ...more };
  if (!importing.add(kind, record, line)) return null;
  for (const form of Object.values(texts)) importing.identities.name({ kind, id }, form);
  return { kind, id };
}

function known(
  importing: Importing,
  kind: Kind,
  { id, names }: Named,
  line: number,
): Identity | null | 'new' {
  const { identities } = importing;
  if (id !== null) return identities.withId(kind, id) ?? 'new';
  for (const form of Object.values(names)) {
    const found = identities.named(kind, form) ?? identities.withId(kind, form);
    if (found === 'shared') {
      importing.problem(line, kind, `several known records are called '${form}'; give the id in its place`);
      return null;
    }
    if (found !== null) return found;
  }
  return 'new';
}

/** What has nothing but an id is named after it. */
function nameFrom(importing: Importing, id: string, kind: Kind, line: number): Named['names'] {
  importing.tally.note(`${withArticle(kind)} has its id as its name, because the file gives no other`);
  return { [importing.language(line)]: id };
}

/** What a file says of a source. */
export interface SourceDescription extends Named {
  url: string | null;
  outlet: Named | null;
  publishedOn: string | null;
  language: string;
}

/** The source of this description; one without an id and an address is known by its name, outlet and date. */
export function sourceOf(importing: Importing, source: SourceDescription, line: number): string | null {
  const { id, names, url, outlet, publishedOn, language } = source;
  const [name = url ?? ''] = Object.values(names);
  const key = id ?? url ?? [name, Object.values(outlet?.names ?? {}).join(), publishedOn].join(' / ');
  const found =
    id === null ? importing.identities.named('source', key) : importing.identities.withId('source', id);
  if (found !== null && found !== 'shared') return found.id;
  const publisher = outlet === null ? null : outletOf(importing, outlet, line);
  if (id !== null && url === null && Object.keys(names).length === 0) {
    importing.tally.note('a source has its id as its name, because the file gives no other');
  }
  const { identities } = importing;
  const own =
    id === null ? identities.create('source', wordsOf(url) ?? name, 26) : identities.adopt('source', id);
  const record = {
    id: own,
    name: Object.keys(names).length > 0 ? names : { [language]: url ?? own },
    outlet: publisher,
    language,
    publishedOn,
    url,
  };
  if (!importing.add('source', record, line)) return null;
  importing.identities.name({ kind: 'source', id: own }, key);
  return own;
}

/** The last words of an address, which most often say what a page is about; the host where there are none. */
function wordsOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { hostname, pathname } = new URL(url);
  const host = hostname.replace(/^www\./, '');
  const last =
    pathname
      .split('/')
      .filter(Boolean)
      .at(-1)
      ?.replace(/\.\w+$/, '') ?? '';
  return /[a-z]/i.test(last) ? `${host.split('.').slice(0, -1).join('-')} ${idFrom(last, '', 60)}` : host;
}

/** An organization that publishes. What kind of outlet a new one is, files do not tell. */
export function outletOf(importing: Importing, named: Named, line: number): string | null {
  const found = entityOf(importing, 'organization', named, line, { kind: 'news-site' });
  if (found === null) return null;
  if (found.kind !== 'organization') {
    importing.problem(line, 'outlet', `'${found.id}' is a person, and no outlet`);
    return null;
  }
  return found.id;
}
