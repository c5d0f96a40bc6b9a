// People, organizations, places and topics: what the API knows of each, with what hangs together linked.

import type { Count } from '../records/references.ts';
import type { Event } from '../resources/events/schema.ts';
import type { Organization } from '../resources/organizations/schema.ts';
import type { Outlet } from '../resources/outlets/schema.ts';
import type { Person } from '../resources/people/schema.ts';
import type { Place } from '../resources/places/schema.ts';
import type { Source } from '../resources/sources/schema.ts';
import type { Topic } from '../resources/topics/schema.ts';
import { eventKindNames, organizationKindNames, placeKindNames } from './codes.ts';
import { countryName, date, listed } from './intl.ts';
import { type Child, Fragment, h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { type Asked, itemListNode, type ListAnswer, ListPage } from './list.tsx';
import { CountLink, Facts, Heading, Link, Links, Table, Words } from './parts.tsx';
import { type FoundStatement, StatementCard } from './statement-card.tsx';
import { languageOf, linked, named, textFor, type View } from './view.ts';

/** What an entity's page needs beside the entity: statements to show, and the entity as linked data. */
export interface EntityParts {
  statements: readonly FoundStatement[];
  linkedData: object | null;
}

/** The page of an entity: names, facts, statements with a link to all. */
function entityPage(
  view: View,
  entity: { name: Person['name']; href: string },
  {
    kind,
    facts,
    intro,
    all,
    parts,
  }: {
    kind: string;
    facts: readonly (readonly [string, Child])[];
    intro?: Child;
    all: Count;
    parts: EntityParts;
  },
): Page {
  const { t } = view;
  return {
    title: named(view, entity),
    description: `${kind}. ${t.countStatements(all.count)}. ${t.tagline}`,
    linkedData: parts.linkedData,
    main: (
      <Fragment>
        <Heading title={<Words view={view} texts={entity.name} />} kind={kind}>
          <OtherNames view={view} name={entity.name} />
          {intro}
        </Heading>
        <Facts rows={facts} />
        {parts.statements.length > 0 && (
          <section aria-labelledby="statements">
            <h2 id="statements">{t.statements}</h2>
            {parts.statements.map((statement) => (
              <StatementCard view={view} statement={statement} />
            ))}
            <p>
              <a class="all" href={linked(view, all.href)}>
                {t.showAll}: {t.countStatements(all.count)}
              </a>
            </p>
          </section>
        )}
      </Fragment>
    ),
  };
}

/** The name in the other languages. */
function OtherNames({ view, name }: { view: View; name: Person['name'] }) {
  const shown = textFor(view, name);
  const others = Object.entries(name).filter(([language]) => language !== shown.language);
  return (
    <p class="names">
      {others.map(([language, text], at) => (
        <Fragment>
          {at > 0 && ' · '}
          <bdi {...languageOf(view, language)}>{text}</bdi>
        </Fragment>
      ))}
    </p>
  );
}

const Aliases = ({ aliases }: { aliases: readonly string[] }) => (
  <ul class="aliases">
    {aliases.map((alias) => (
      <li>
        <bdi>{alias}</bdi>
      </li>
    ))}
  </ul>
);

const wikidataLink = (id: string | null): Child =>
  id && (
    <a href={`https://www.wikidata.org/wiki/${id}`} rel="external">
      {id}
    </a>
  );

const aliasesOf = (aliases: readonly string[]): Child => aliases.length > 0 && <Aliases aliases={aliases} />;
const countryOf = (view: View, code: string | null): Child => code && countryName(view, code);

export function personPage(view: View, person: Person, parts: EntityParts): Page {
  const { t, language } = view;
  const { roles, country, wikidata, aliases, statements } = person;
  return entityPage(view, person, {
    kind: roles[0]?.title[language] ?? t.person,
    parts,
    all: statements.speaker,
    facts: [
      [
        t.roles,
        roles.length > 0 && (
          <ul class="plain">
            {roles.map(({ title, organization, from, to }) => (
              <li>
                {title[language]}
                {organization && (
                  <Fragment>
                    {t.comma}
                    <Link view={view} to={organization} />
                  </Fragment>
                )}
                {from && ` ${t.since} ${date(view, from)}`}
                {to && ` ${t.until} ${date(view, to)}`}
              </li>
            ))}
          </ul>
        ),
      ],
      [t.country, countryOf(view, country)],
      [t.speakerOf, <CountLink view={view} count={statements.speaker} />],
      [t.addresseeOf, <CountLink view={view} count={statements.addressee} />],
      [t.mentionedIn, <CountLink view={view} count={statements.mention} />],
      [t.aliases, aliasesOf(aliases)],
      [t.wikidata, wikidataLink(wikidata)],
    ],
  });
}

export function organizationPage(view: View, organization: Organization, parts: EntityParts): Page {
  const { t, language } = view;
  const { id, kind, country, wikidata, aliases, statements } = organization;
  return entityPage(view, organization, {
    kind: organizationKindNames[kind][language],
    parts,
    all: statements.speaker,
    facts: [
      [t.country, countryOf(view, country)],
      [t.speakerOf, <CountLink view={view} count={statements.speaker} />],
      [t.addresseeOf, <CountLink view={view} count={statements.addressee} />],
      [t.mentionedIn, <CountLink view={view} count={statements.mention} />],
      [t.carried, statements.outlet && <CountLink view={view} count={statements.outlet} />],
      [
        t.outlet,
        statements.outlet && (
          <a href={linked(view, `/outlets/${id}/profile`)}>{t.profileOf(named(view, organization))}</a>
        ),
      ],
      [t.aliases, aliasesOf(aliases)],
      [t.wikidata, wikidataLink(wikidata)],
    ],
  });
}

export function outletPage(view: View, outlet: Outlet, parts: EntityParts): Page {
  const { t, language } = view;
  const { id, kind, country, wikidata, aliases, statements, renditions, sources } = outlet;
  const { profile, organization } = outlet;
  return entityPage(view, outlet, {
    kind: organizationKindNames[kind][language],
    parts,
    all: statements.outlet,
    intro: (
      <p>
        <a class="all" href={linked(view, profile)}>
          {t.profileOf(named(view, outlet))}
        </a>
      </p>
    ),
    facts: [
      [t.country, countryOf(view, country)],
      [t.sources, <CountLink view={view} count={sources} />],
      [t.carried, <CountLink view={view} count={statements.outlet} />],
      [t.published, <Renditions view={view} count={renditions.published} by={`publisher=${id}`} />],
      [t.credited, <Renditions view={view} count={renditions.credited} by={`via=${id}`} />],
      [t.organization, <a href={linked(view, organization)}>{t.asOrganization}</a>],
      [t.aliases, aliasesOf(aliases)],
      [t.wikidata, wikidataLink(wikidata)],
    ],
  });
}

/** A number of renditions with the list of them. */
const Renditions = ({ view, count, by }: { view: View; count: number; by: string }) =>
  count === 0 ? (
    <span class="n">{view.t.countRenditions(0)}</span>
  ) : (
    <a href={linked(view, `/renditions?${by}`)}>{view.t.countRenditions(count)}</a>
  );

export function placePage(view: View, place: Place, parts: EntityParts): Page {
  const { t, language } = view;
  const { kind, within, latitude, longitude, aliases, wikidata, statements } = place;
  return entityPage(view, place, {
    kind: placeKindNames[kind][language],
    parts,
    all: statements.place,
    facts: [
      [t.within, within && <Link view={view} to={within} />],
      [t.coordinates, latitude !== null && <bdi dir="ltr">{`${latitude}, ${longitude}`}</bdi>],
      [t.madeThere, <CountLink view={view} count={statements.place} />],
      [t.mentionIt, <CountLink view={view} count={statements.mention} />],
      [t.aliases, aliasesOf(aliases)],
      [t.wikidata, wikidataLink(wikidata)],
    ],
  });
}

export function topicPage(view: View, topic: Topic, parts: EntityParts): Page {
  const { t, language } = view;
  const { description, broader, narrower, statements } = topic;
  return entityPage(view, topic, {
    kind: t.topic,
    parts,
    all: statements.topic,
    intro: <p>{description[language]}</p>,
    facts: [
      [t.broader, broader && <Link view={view} to={broader} />],
      [t.narrower, narrower.length > 0 && <Links view={view} to={narrower} />],
      [t.statements, <CountLink view={view} count={statements.topic} />],
    ],
  });
}

/** A row of a list of entities: its name, what it is, and the statements behind it. */
interface Row {
  href: string;
  name: Person['name'];
  about: Child;
  count: Count;
}

function entitiesPage(
  view: View,
  title: string,
  answer: ListAnswer<unknown>,
  asked: Asked,
  rows: Row[],
): Page {
  const { t } = view;
  const page = ListPage(view, {
    title,
    count: t.countRecords(answer.page.total),
    answer,
    asked,
    children: (
      <Table label={title} head={[t.name, t.about, t.statements]}>
        {rows.map(({ href, name, about, count }) => (
          <tr>
            <th scope="row">
              <Link view={view} to={{ href, name }} />
            </th>
            <td>{about}</td>
            <td>
              <CountLink view={view} count={count} />
            </td>
          </tr>
        ))}
      </Table>
    ),
  });
  const items = rows.map(({ href, name }) => ({ href, name: named(view, { name }) }));
  return { ...page, linkedData: itemListNode(view, answer.page.total, items) };
}

export const peoplePage = (view: View, answer: ListAnswer<Person>, asked: Asked): Page =>
  entitiesPage(
    view,
    view.t.people,
    answer,
    asked,
    answer.data.map(({ href, name, roles, statements }) => ({
      href,
      name,
      about: roles[0] && <Words view={view} texts={roles[0].title} />,
      count: statements.speaker,
    })),
  );

export const organizationsPage = (view: View, answer: ListAnswer<Organization>, asked: Asked): Page =>
  entitiesPage(
    view,
    view.t.organizations,
    answer,
    asked,
    answer.data.map(({ href, name, kind, statements }) => ({
      href,
      name,
      about: organizationKindNames[kind][view.language],
      count: statements.speaker,
    })),
  );

export const outletsPage = (view: View, answer: ListAnswer<Outlet>, asked: Asked): Page =>
  entitiesPage(
    view,
    view.t.outlets,
    answer,
    asked,
    answer.data.map(({ href, name, kind, statements, profile }) => ({
      href,
      name,
      about: (
        <Fragment>
          {organizationKindNames[kind][view.language]} · <a href={linked(view, profile)}>{view.t.profile}</a>
          <span class="hidden">: {named(view, { name })}</span>
        </Fragment>
      ),
      count: statements.outlet,
    })),
  );

export const placesPage = (view: View, answer: ListAnswer<Place>, asked: Asked): Page =>
  entitiesPage(
    view,
    view.t.places,
    answer,
    asked,
    answer.data.map(({ href, name, kind, within, statements }) => ({
      href,
      name,
      about: listed(view, [placeKindNames[kind][view.language], ...(within ? [named(view, within)] : [])]),
      count: statements.place,
    })),
  );

export const topicsPage = (view: View, answer: ListAnswer<Topic>, asked: Asked): Page =>
  entitiesPage(
    view,
    view.t.topics,
    answer,
    asked,
    answer.data.map(({ href, name, description, statements }) => ({
      href,
      name,
      about: <Words view={view} texts={description} />,
      count: statements.topic,
    })),
  );

export const eventsPage = (view: View, answer: ListAnswer<Event>, asked: Asked): Page =>
  entitiesPage(
    view,
    view.t.events,
    answer,
    asked,
    answer.data.map(({ href, name, kind, start, statements }) => ({
      href,
      name,
      about: [eventKindNames[kind][view.language], start && ` · ${date(view, start)}`],
      count: statements.event,
    })),
  );

export const sourcesPage = (view: View, answer: ListAnswer<Source>, asked: Asked): Page =>
  entitiesPage(
    view,
    view.t.sources,
    answer,
    asked,
    answer.data.map(({ href, name, outlet, publishedOn, statements }) => ({
      href,
      name,
      about: [outlet ? named(view, outlet) : view.t.unstated, publishedOn && ` · ${date(view, publishedOn)}`],
      count: statements.source,
    })),
  );
