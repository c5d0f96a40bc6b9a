// Pages of organizations.
import type { Organization } from '../../resources/organizations/schema.ts';
import { organizationKindNames } from '../codes.ts';
import { h } from '../jsx.ts';
import type { Page } from '../layout.tsx';
import type { Asked, ListAnswer } from '../list.tsx';
import { CountLink } from '../parts.tsx';
import { linked, named, type View } from '../view.ts';
import { aliasesOf, countryOf, type EntityParts, entityPage, wikidataLink } from './entity.tsx';
import { entitiesPage } from './entity-list.tsx';

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
