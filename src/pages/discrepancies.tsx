// Discrepancies: a table of attributes of events with every value that sources give them, and who says which.
import { type Discrepancy, type GivenValue, statuses } from '../resources/discrepancies/schema.ts';
import { Value, Voice } from './claims.tsx';
import { attributeName, statusNames } from './codes.ts';
import { h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { type Asked, type ListAnswer, ListPage } from './list.tsx';
import { type Chip, Choice } from './list-controls.tsx';
import { Table, Tag, Words } from './parts.tsx';
import { linked, type View } from './view.ts';

export const StatusTag = ({ view, status }: { view: View; status: Discrepancy['status'] }) => (
  <Tag {...(status === 'conflicting' ? { tone: 'differ' } : status === 'agreed' ? { tone: 'good' } : {})}>
    {statusNames[status][view.language]}
  </Tag>
);

/** A table of who says which value; a row for each value. */
export function DiscrepancyTable({
  view,
  discrepancies,
  label,
}: {
  view: View;
  discrepancies: readonly Discrepancy[];
  label: string;
}) {
  const { t, language } = view;
  return (
    <Table label={label} head={[t.what, t.value, t.saysWho]} kind="stack grouped">
      {discrepancies.map(({ href, attribute, event, status, values }) =>
        values.map((given, at) => (
          <tr class={at === 0 ? 'first' : undefined}>
            {at === 0 && (
              <th scope="rowgroup" rowspan={values.length}>
                <a href={linked(view, href)}>{attributeName(attribute, language)}</a>{' '}
                <StatusTag view={view} status={status} />
                <br />
                <span class="n">
                  <Words view={view} texts={event.name} />
                </span>
              </th>
            )}
            <td class="value">
              <Value view={view} value={given.value} />
            </td>
            <td>
              <Voices view={view} given={given} />
            </td>
          </tr>
        )),
      )}
    </Table>
  );
}

const Voices = ({ view, given: { claims } }: { view: View; given: GivenValue }) => (
  <ul class="voices">
    {claims.map((claim) => (
      <li>
        <Voice view={view} claim={claim} isPlaced={isRepeated(claim, claims)} />
      </li>
    ))}
  </ul>
);

/** Whether a source gives the value in several places. */
const isRepeated = (claim: GivenValue['claims'][number], claims: GivenValue['claims']): boolean =>
  claims.filter(({ source }) => source.id === claim.source.id).length > 1;

export function discrepanciesPage(view: View, answer: ListAnswer<Discrepancy>, asked: Asked): Page {
  const { t, language } = view;
  return ListPage(view, {
    title: t.discrepancies,
    count: t.countAttributes(answer.page.total),
    answer,
    asked,
    intro: (
      <Choice
        view={view}
        label={t.status}
        parameter="status"
        values={statuses.map((status) => [status, statusNames[status][language]] as const)}
      />
    ),
    children: <DiscrepancyTable view={view} discrepancies={answer.data} label={t.discrepancies} />,
  });
}

/** The filters that the choice above the table does not show already. */
export const withoutStatus = (chips: readonly Chip[]): Chip[] =>
  chips.filter(({ parameter }) => parameter !== 'status');
