// An event: what it was, its parts in time, who took part, what was said at it, and what sources say of it.
import { orderOf } from '../records/dates.ts';
import type { Discrepancy } from '../resources/discrepancies/schema.ts';
import { type Event, eventKinds } from '../resources/events/schema.ts';
import { eventKindNames } from './codes.ts';
import { DiscrepancyTable } from './discrepancies.tsx';
import { date } from './intl.ts';
import { Fragment, h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { CountLink, Day, Facts, Heading, Link, ShowAll, Table, Words } from './parts.tsx';
import { type FoundStatement, StatementCards } from './statement-card.tsx';
import { linked, named, type View } from './view.ts';

/** What the page needs beside the event. */
export interface EventParts {
  /** The events that are a part of it. */
  parts: readonly Event[];
  statements: readonly FoundStatement[];
  discrepancies: readonly Discrepancy[];
  linkedData: object | null;
}

export function eventPage(
  view: View,
  event: Event,
  { parts, statements, discrepancies, linkedData }: EventParts,
): Page {
  const { t, language } = view;
  const { kind, partOf, start, end, place, participants } = event;
  return {
    title: named(view, event),
    description: `${eventKindNames[kind][language]}${start ? `, ${date(view, start)}` : ''}. ${t.countStatements(event.statements.event.count)}.`,
    linkedData,
    main: (
      <Fragment>
        <Heading title={<Words view={view} texts={event.name} />} kind={eventKindNames[kind][language]} />
        <Facts
          rows={[
            [t.saidOn, start && <Days view={view} start={start} end={end} />],
            [t.place, place && <Link view={view} to={place} />],
            [t.partOf, partOf && <Link view={view} to={partOf} />],
            [t.madeAtIt, <CountLink view={view} count={event.statements.event} />],
            [t.mentionIt, <CountLink view={view} count={event.statements.mention} />],
            [t.claims, <CountLink view={view} count={event.claims} />],
            [t.conflicts, <CountLink view={view} count={event.discrepancies.conflicting} />],
          ]}
        />
        <Timeline view={view} parts={parts} />
        <Participants view={view} participants={participants} />
        {discrepancies.length > 0 && (
          <section aria-labelledby="claims">
            <h2 id="claims">{t.whatSourcesSay}</h2>
            <DiscrepancyTable view={view} discrepancies={discrepancies} label={t.whatSourcesSay} />
            <p>
              <ShowAll
                view={view}
                href={event.discrepancies.all.href}
                count={t.countAttributes(event.discrepancies.all.count)}
              />{' '}
              · <a href={linked(view, event.claims.href)}>{t.allClaims}</a>
            </p>
          </section>
        )}
        <StatementCards view={view} id="statements" heading={t.mostReported} statements={statements}>
          <p>
            <ShowAll
              view={view}
              href={event.statements.event.href}
              count={t.countStatements(event.statements.event.count)}
            />
          </p>
        </StatementCards>
      </Fragment>
    ),
  };
}

const Days = ({ view, start, end }: { view: View; start: string; end: string | null }) =>
  end && end !== start ? (
    <Fragment>
      {date(view, start)} – {date(view, end)}
    </Fragment>
  ) : (
    <Day view={view} day={start} />
  );

/** Parts with a date first, in time, on one day as summits go: arrival, talks, press conference; those without one at the end. */
const inTime = (one: Event, other: Event): number =>
  timeOf(one) - timeOf(other) || eventKinds.indexOf(one.kind) - eventKinds.indexOf(other.kind);

const timeOf = ({ start }: Event): number => (start === null ? Number.MAX_SAFE_INTEGER : orderOf(start));

function Timeline({ view, parts }: { view: View; parts: readonly Event[] }) {
  const { t } = view;
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{t.parts}</h2>
      <ol class="timeline">
        {[...parts].sort(inTime).map((part) => (
          <li class={part.start === null ? 'undated' : undefined}>
            <span class="n">{part.start ? <Day view={view} day={part.start} /> : t.undated}</span>{' '}
            <Link view={view} to={part} />{' '}
            {part.statements.event.count > 0 && (
              <span class="n">
                <a href={linked(view, part.statements.event.href)}>
                  {t.countStatements(part.statements.event.count)}
                </a>
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Participants({ view, participants }: { view: View; participants: Event['participants'] }) {
  const { t } = view;
  if (participants.length === 0) return null;
  return (
    <section aria-labelledby="participants">
      <h2 id="participants">{t.participants}</h2>
      <Table label={t.participants} head={[t.person, t.delegation, t.role]}>
        {participants.map(({ person, delegation, role }) => (
          <tr>
            <th scope="row">
              <Link view={view} to={person} />
            </th>
            <td>{delegation && <Link view={view} to={delegation} />}</td>
            <td>{role && <Words view={view} texts={role} />}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
