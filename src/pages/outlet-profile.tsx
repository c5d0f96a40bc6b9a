// The profile of an outlet: what it carried and what it left out of each speaker and topic, as bars.

import type { Breakdown, Profile } from '../resources/outlets/profile-schema.ts';
import { modes } from '../resources/statements/schema.ts';
import { modeNames } from './codes.ts';
import { number, percent } from './intl.ts';
import { Fragment, h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { BarsKey, SharesRow, sharesHead } from './outlet-shares.tsx';
import { CountLink, Heading, Link, Table } from './parts.tsx';
import { Strip } from './position.tsx';
import { linked, named, type View } from './view.ts';

/** The most rows of one table. */
const mostRows = 30;

export function outletProfilePage(view: View, profile: Profile): Page {
  const { t } = view;
  const { id, outlet, statements, renditions, speakers, topics } = profile;
  const name = outlet ? named(view, outlet) : t.unstatedSources;
  return {
    title: t.profileOf(name),
    description: `${t.carried}: ${number(view, statements.carried.count)} / ${number(view, statements.all.count)}. ${t.tagline}`,
    main: (
      <Fragment>
        <Heading title={t.profileOf(name)} kind={t.profile}>
          {outlet && (
            <p>
              <a href={linked(view, `/outlets/${outlet.id}`)}>{name}</a>
            </p>
          )}
        </Heading>
        <BarsKey view={view} />
        <Table label={t.statements} head={[t.statements, t.share, ...sharesHead(view)]} kind="bars stack">
          <SharesRow
            view={view}
            outlet={id}
            shares={statements}
            most={statements.all.count}
            name={<b>{t.all}</b>}
          />
        </Table>
        <BreakdownTable
          view={view}
          heading={t.bySpeaker}
          column={t.speaker}
          outlet={id}
          id="speakers"
          breakdown={speakers}
        />
        <BreakdownTable
          view={view}
          heading={t.byTopic}
          column={t.topic}
          outlet={id}
          id="topics"
          breakdown={topics}
        />
        <Modes view={view} outlet={id} renditions={renditions} />
      </Fragment>
    ),
  };
}

function BreakdownTable({
  view,
  heading,
  column,
  outlet,
  id,
  breakdown: { data, total },
}: {
  view: View;
  heading: string;
  column: string;
  outlet: string;
  id: string;
  breakdown: Breakdown;
}) {
  const most = Math.max(1, ...data.map(({ all }) => all.count));
  const shown = data.slice(0, mostRows);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <Table label={heading} head={[column, view.t.share, ...sharesHead(view)]} kind="bars stack">
        {shown.map((share) => (
          <SharesRow
            view={view}
            outlet={outlet}
            shares={share}
            most={most}
            name={<Link view={view} to={share.of} />}
          />
        ))}
      </Table>
      {shown.length < total && (
        <p class="n">
          {number(view, shown.length)} / {number(view, total)}
        </p>
      )}
    </section>
  );
}

/** In which modes it quotes. */
function Modes({
  view,
  outlet,
  renditions,
}: {
  view: View;
  /** Id of the outlet. */
  outlet: string;
  renditions: Profile['renditions'];
}) {
  const { t, language } = view;
  return (
    <section aria-labelledby="modes">
      <h2 id="modes">{t.howItQuotes}</h2>
      <Table label={t.howItQuotes} head={[t.mode, t.share, t.renditions]} kind="bars">
        {modes.map((mode) => {
          const count = renditions[mode];
          const share = renditions.all.count === 0 ? 0 : count.count / renditions.all.count;
          return (
            <tr>
              <th scope="row">{modeNames[mode][language]}</th>
              <td class="bar">
                <Strip view={view} bars={share > 0 ? [{ from: 0, to: share }] : []} />
              </td>
              <td>
                <CountLink view={view} count={count} /> <span class="n">{percent(view, share)}</span>
              </td>
            </tr>
          );
        })}
      </Table>
      <p>
        <a href={linked(view, `/renditions/counts?by=speaker,mode&outlet=${outlet}`)}>{t.howItQuotesWhom}</a>
      </p>
    </section>
  );
}
