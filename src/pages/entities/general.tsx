// The pages of kinds that have none of their own: what the JSON says, field by field, as far as it can be shown.
import { filtersOf, type Kind, wordsFor } from '../../records/kinds.ts';
import type { Count, Reference } from '../../records/references.ts';
import type { Texts } from '../../records/texts.ts';
import { parameterName, valueName } from '../codes.ts';
import { date } from '../intl.ts';
import { type Child, h } from '../jsx.ts';
import type { Page } from '../layout.tsx';
import type { Asked, ListAnswer } from '../list.tsx';
import { CountLink, Link, Links, Words } from '../parts.tsx';
import type { View } from '../view.ts';
import { aliasesOf, countryOf, type EntityParts, entityPage, wikidataLink } from './entity.tsx';
import { entitiesPage } from './entity-list.tsx';

/** What the JSON of every kind with names holds. */
export interface GeneralEntity extends Record<string, unknown> {
  id: string;
  href: string;
  name: Texts;
  statements?: Readonly<Record<string, Count>>;
}

/** The page of one entity: a fact for each field, and the statements under the first filter that finds it. */
export function generalPage(view: View, kind: Kind, entity: GeneralEntity, parts: EntityParts): Page {
  const { id: _id, href: _href, name: _name, statements = {}, ...fields } = entity;
  const facts = Object.entries({ ...fields, ...statements }).map(
    ([field, value]) => [parameterName(field, view.language), shown(view, field, value)] as const,
  );
  const all = statementsBehind(kind, entity);
  return entityPage(view, entity, { kind: wordsFor(kind).one[view.language], facts, all, parts });
}

/** The list of all entities of a kind. */
export const generalListPage = (
  view: View,
  kind: Kind,
  answer: ListAnswer<GeneralEntity>,
  asked: Asked,
): Page =>
  entitiesPage(
    view,
    wordsFor(kind).many[view.language],
    answer,
    asked,
    answer.data.map((entity) => ({
      href: entity.href,
      name: entity.name,
      about: shown(view, 'description', entity['description']) || shown(view, 'kind', entity['kind']),
      count: statementsBehind(kind, entity),
    })),
  );

/** The statements that the first filter for the kind finds. */
const statementsBehind = (kind: Kind, { statements = {} }: GeneralEntity): Count =>
  statements[filtersOf(kind)[0] ?? ''] ?? { count: 0, href: '/statements' };

/** A value as far as its form tells how to show it; null where it does not. */
function shown(view: View, field: string, value: unknown): Child {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return shownText(view, field, value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return null;
    if (value.every(isReference)) return <Links view={view} to={value} />;
    return value.every((each) => typeof each === 'string') ? aliasesOf(value) : null;
  }
  if (isReference(value)) return <Link view={view} to={value} />;
  if (isCount(value)) return <CountLink view={view} count={value} />;
  return isTexts(value) ? <Words view={view} texts={value} /> : null;
}

function shownText(view: View, field: string, text: string): Child {
  if (field === 'country') return countryOf(view, text);
  if (field === 'wikidata') return wikidataLink(text);
  if (/^\d{4}-\d\d-\d\d/.test(text)) return date(view, text);
  return valueName(field, text, view.language) ?? <bdi>{text}</bdi>;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isReference = (value: unknown): value is Reference =>
  isObject(value) && 'href' in value && isObject(value['name']);

const isCount = (value: unknown): value is Count =>
  isObject(value) && typeof value['count'] === 'number' && typeof value['href'] === 'string';

const isTexts = (value: unknown): value is Texts =>
  isObject(value) && Object.values(value).every((text) => typeof text === 'string');
