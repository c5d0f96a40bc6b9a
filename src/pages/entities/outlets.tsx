// Pages of outlets.
import type { Outlet } from '../../resources/outlets/schema.ts';
import { organizationKindNames } from '../codes.ts';
import { Fragment, h } from '../jsx.ts';
import type { Page } from '../layout.tsx';
import type { Asked, ListAnswer } from '../list.tsx';
import { CountLink } from '../parts.tsx';
import { linked, named, type View } from '../view.ts';
import { aliasesOf, countryOf, type EntityParts, entityPage, wikidataLink } from './entity.tsx';
import { entitiesPage } from './entity-list.tsx';

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
