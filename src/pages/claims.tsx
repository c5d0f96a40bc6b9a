// Claims: what sources say of the events, one by one.
import type { Claim } from '../resources/claims/schema.ts';
import { attributeName } from './codes.ts';
import { number, valueText } from './intl.ts';
import { Fragment, h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { type Asked, type ListAnswer, ListPage } from './list.tsx';
import { Facts, Heading, Link, Note, Table } from './parts.tsx';
import { Place } from './position.tsx';
import { carrierName } from './statement-card.tsx';
import { linked, named, type View } from './view.ts';

/** The value of a claim, a reference as a link. */
export const Value = ({ view, value }: { view: View; value: Claim['value'] }) =>
  value.type === 'reference' ? (
    <Link view={view} to={value.value} />
  ) : (
    <Fragment>{valueText(view, value)}</Fragment>
  );

/**
 * Who says it: the source, the outlet that it credits, and to whom it attributes it; and where in the source, to tell it
 * from other claims.
 */
export const Voice = ({
  view,
  claim: { source, via, attributedTo, href, paragraph },
  isPlaced = false,
}: {
  view: View;
  claim: Pick<Claim, 'source' | 'via' | 'attributedTo' | 'href' | 'paragraph'>;
  isPlaced?: boolean;
}) => (
  <span>
    <a href={linked(view, href)}>{carrierName(view, source)}</a>
    {isPlaced && paragraph !== null && `${view.t.comma}${view.t.inParagraph(number(view, paragraph))}`}
    {via && (
      <Fragment>
        {view.t.comma}
        {view.t.credits} <Link view={view} to={via} />
      </Fragment>
    )}
    {attributedTo && (
      <Fragment>
        {view.t.comma}
        {view.t.attributedTo} <Link view={view} to={attributedTo} />
      </Fragment>
    )}
  </span>
);

export function ClaimTable({ view, claims, label }: { view: View; claims: readonly Claim[]; label: string }) {
  const { t, language } = view;
  return (
    <Table label={label} head={[t.what, t.value, t.event, t.saysWho]} kind="stack">
      {claims.map((claim) => (
        <tr>
          <th scope="row">
            <a href={linked(view, claim.href)}>{attributeName(claim.attribute, language)}</a>
          </th>
          <td>
            <Value view={view} value={claim.value} />
          </td>
          <td>
            <Link view={view} to={claim.event} />
          </td>
          <td>
            <Voice view={view} claim={claim} isPlaced />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** What a claim says, in a line: `Progress: great`. */
export const claimTitle = (view: View, { attribute, value }: Claim): string =>
  `${attributeName(attribute, view.language)}: ${valueText(view, value)}`;

export const claimsPage = (view: View, answer: ListAnswer<Claim>, asked: Asked): Page =>
  ListPage(view, {
    title: view.t.claims,
    count: view.t.countClaims(answer.page.total),
    answer,
    asked,
    children: <ClaimTable view={view} claims={answer.data} label={view.t.claims} />,
  });

export function claimPage(
  view: View,
  claim: Claim,
  { paragraphs, linkedData }: { paragraphs: number | undefined; linkedData: object | null },
): Page {
  const { t } = view;
  const { event, attribute, value, source, via, attributedTo, paragraph, note } = claim;
  const title = claimTitle(view, claim);
  return {
    title,
    description: `${named(view, event)}. ${named(view, source)}.`,
    linkedData,
    main: (
      <Fragment>
        <Heading title={title} kind={t.claim} />
        <Facts
          rows={[
            [t.event, <Link view={view} to={event} />],
            [t.value, value.type === 'reference' && <Value view={view} value={value} />],
            [t.source, <Link view={view} to={source} />],
            [t.creditedOutlet, via && <Link view={view} to={via} />],
            [t.accordingTo, attributedTo ? <Link view={view} to={attributedTo} /> : t.ownVoice],
          ]}
        />
        <Note view={view} texts={note} />
        <Place view={view} paragraph={paragraph} of={paragraphs} />
        <p>
          <a href={linked(view, `/discrepancies/${event.id}-${attribute}`)}>{t.otherClaims}</a>
        </p>
      </Fragment>
    ),
  };
}
