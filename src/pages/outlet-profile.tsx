// The profile of an outlet: what it carried and what it left out of each speaker and topic, as bars.

import type { Count } from '../records/references.ts';
import type { Breakdown, Profile, Shares } from '../resources/outlets/profile-schema.ts';
import { modes } from '../resources/statements/schema.ts';
import { modeNames } from './codes.ts';
import { number, percent } from './intl.ts';
import { Fragment, h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { CountLink, Heading, Link, Table } from './parts.tsx';
import { type Stretch, Strip, Swatch } from './position.tsx';
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
        <Table label={t.statements} head={[t.statements, t.share, ...headings(view)]} kind="bars stack">
          <Row
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

const headings = ({ t }: View): string[] => [t.exclusive, t.carriedToo, t.leftOutShort, t.ofAll];

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
      <Table label={heading} head={[column, view.t.share, ...headings(view)]} kind="bars stack">
        {shown.map((share) => (
          <Row
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

function Row({
  view,
  outlet,
  shares,
  most,
  name,
}: {
  view: View;
  /** Id of the outlet. */
  outlet: string;
  shares: Shares;
  most: number;
  name: ReturnType<typeof Link>;
}) {
  const { all, exclusive, leftOut } = shares;
  const { t } = view;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="bar">
        <Strip view={view} bars={barsOf(shares, most)} />
      </td>
      <td data-label={t.exclusive}>
        <CountLink view={view} count={exclusive} />
      </td>
      <td data-label={t.carriedToo}>
        <CountLink view={view} count={elsewhereToo(shares, outlet)} />
      </td>
      <td data-label={t.leftOutShort}>
        <CountLink view={view} count={leftOut} />
      </td>
      <td data-label={t.ofAll}>
        <CountLink view={view} count={all} />
      </td>
    </tr>
  );
}

/** Those that it carried and others, too. */
const elsewhereToo = ({ carried, exclusive }: Shares, outlet: string): Count => ({
  count: carried.count - exclusive.count,
  href: `${carried.href}&exclusive=!${outlet}`,
});

/** One bar, as long as there are statements, cut into what the outlet did with them. */
function barsOf({ all, carried, exclusive, leftOut }: Shares, most: number): Stretch[] {
  const parts = [
    ['exclusive', exclusive.count],
    ['carried', carried.count - exclusive.count],
    ['left-out', leftOut.count],
    ['rest', all.count - carried.count - leftOut.count],
  ] as const;
  let from = 0;
  return parts.flatMap(([tone, count]) => {
    if (count <= 0) return [];
    const bar = { from: from / most, to: (from + count) / most, tone };
    from += count;
    return [bar];
  });
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

const BarsKey = ({ view: { t } }: { view: View }) => (
  <p class="key">
    {(
      [
        ['exclusive', t.exclusive],
        ['carried', t.carriedToo],
        ['left-out', t.leftOut],
        ['rest', t.notCarried],
      ] as const
    ).map(([tone, text]) => (
      <span>
        <Swatch tone={tone} /> {text}
      </span>
    ))}
  </p>
);
