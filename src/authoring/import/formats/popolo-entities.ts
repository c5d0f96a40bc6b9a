// Popolo's people, organizations and events as records.

import type { Kind } from '../../../records/kinds.ts';
import { organizationKinds } from '../../../resources/organizations/schema.ts';
import { type Importing, LeftOut } from '../importing.ts';
import { dateFrom, oneLine } from '../texts.ts';
import { type Fields, objectsAt, textAt } from './json-values.ts';

/** How a thing of this list is found again by the id that the file gives it. */
const popoloKey = (list: string, id: unknown): string => `popolo ${list} ${String(id)}`;

/** The id of the record that an element of the file became; null where it became none. */
export const recordOf = (importing: Importing, list: string, id: unknown): string | null =>
  id === undefined || id === null ? null : importing.drafts.idOf(popoloKey(list, id));

const personFields = new Set(['id', 'name', 'other_names', 'identifiers', 'links', '@type', 'type']);
const organizationFields = new Set([...personFields, 'classification']);
const eventFields = new Set([
  'id',
  'name',
  'start_date',
  'end_date',
  'parent_id',
  'classification',
  '@type',
  'type',
]);

export function importPerson(person: Fields, line: number, importing: Importing): void {
  take('person', 'persons', person, line, importing, { roles: [] });
  leaveOutOthers('persons', person, personFields, importing);
}

export function importOrganization(organization: Fields, line: number, importing: Importing): void {
  const classification = (textAt(organization, 'classification') ?? '').toLowerCase().replace(/[ _]/g, '-');
  const known = organizationKinds.find((kind) => kind === classification);
  if (known === undefined && classification !== '') {
    importing.tally.leaveOut(
      `organizations.classification '${classification}'`,
      "no kind of ours: it is 'other'",
    );
  }
  take('organization', 'organizations', organization, line, importing, { kind: known ?? 'other' });
  leaveOutOthers('organizations', organization, organizationFields, importing);
}

/** An event of a file is recorded after the one that it is part of, or without that. */
export function importEvent(event: Fields, line: number, importing: Importing): void {
  const partOf = recordOf(importing, 'events', event['parent_id']);
  const date = (name: string) => dateFrom(textAt(event, name) ?? '', null);
  take('event', 'events', event, line, importing, {
    kind: 'other',
    ...(partOf === null ? {} : { partOf }),
    start: date('start_date'),
    end: date('end_date'),
  });
  if (partOf === null && textAt(event, 'parent_id') !== null) {
    importing.problem(
      line,
      'events.parent_id',
      `no event '${textAt(event, 'parent_id')}' comes before this one; it is left out`,
    );
  }
  leaveOutOthers('events', event, eventFields, importing);
}

/** Records a thing with its names, under an id of its own; one that is known by its name or Wikidata id is that. */
function take(
  kind: Kind,
  list: string,
  element: Fields,
  line: number,
  importing: Importing,
  more: object,
): void {
  const name = textAt(element, 'name');
  if (name === null) throw new LeftOut("has no 'name'");
  const wikidata = wikidataOf(element);
  const names = { [importing.language(line)]: name, ...otherLanguages(element) };
  const others = kind === 'event' ? {} : { aliases: aliasesOf(element, Object.values(names)), wikidata };
  const known = knownAs(kind, [wikidata, name], importing);
  const id = known ?? importing.identities.create(kind, name);
  importing.drafts.setId(popoloKey(list, element['id'] ?? id), id);
  if (known !== null) {
    importing.tally.note(`one of ${list} is a known record, and is not written again`);
    return;
  }
  if (!importing.add(kind, { id, name: names, ...others, ...more }, line)) return;
  for (const form of Object.values(names)) importing.identities.name({ kind, id }, form);
}

/** Only what is known beforehand counts: people of one file who share a name are two. */
function knownAs(kind: Kind, forms: readonly (string | null)[], importing: Importing): string | null {
  for (const form of forms) {
    const found = form === null ? null : importing.identities.named(kind, form);
    if (found === null || found === 'shared') continue;
    if (importing.drafts.get(found.kind, found.id) === null) return found.id;
  }
  return null;
}

function wikidataOf(element: Fields): string | null {
  const identifier = objectsAt(element, 'identifiers').find((each) => textAt(each, 'scheme') === 'wikidata');
  const item = identifier === undefined ? null : textAt(identifier, 'identifier');
  return item !== null && /^Q[1-9]\d*$/.test(item) ? item : null;
}

const namesOfOthers = (element: Fields): { name: string; language: string | null }[] =>
  objectsAt(element, 'other_names').flatMap((other) => {
    const name = textAt(other, 'name');
    return name === null ? [] : [{ name, language: textAt(other, 'lang') }];
  });

function otherLanguages(element: Fields): Record<string, string> {
  const named = namesOfOthers(element).filter(({ language }) => /^[a-z]{2,3}$/.test(language ?? ''));
  return Object.fromEntries(named.map(({ name, language }) => [language, oneLine(name)]));
}

/** The other names that are not names by language already, each once. */
function aliasesOf(element: Fields, names: readonly string[]): string[] {
  const forms = new Set(namesOfOthers(element).map(({ name }) => name));
  return [...forms].filter((form) => !names.includes(form));
}

function leaveOutOthers(
  list: string,
  element: Fields,
  read: ReadonlySet<string>,
  { tally }: Importing,
): void {
  for (const [name, value] of Object.entries(element)) {
    const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (!read.has(name) && !isEmpty) tally.leaveOut(`${list}.${name}`, 'records have no field for it');
  }
}
