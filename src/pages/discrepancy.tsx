// A discrepancy: what sources say of one attribute of an event, and how their values relate.
import type { Discrepancy, GivenValue } from '../resources/discrepancies/schema.ts';
import { Value, Voice } from './claims.tsx';
import { attributeName, conflictNames, ruleNames, statusNames } from './codes.ts';
import { StatusTag } from './discrepancies.tsx';
import { listed, rangeEnd, valueText } from './intl.ts';
import { Fragment, h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { Facts, Heading, Link, Note, Table } from './parts.tsx';
import { named, type View } from './view.ts';

/** The values with these labels, in a text. */
type Said = (labels: readonly string[]) => string;

export function discrepancyPage(view: View, discrepancy: Discrepancy, linkedData: object | null): Page {
  const { t, language } = view;
  const { attribute, event, status, conflicts, values, relations } = discrepancy;
  const title = `${attributeName(attribute, language)}: ${named(view, event)}`;
  const texts = new Map(values.map(({ label, value }) => [label, valueText(view, value)]));
  const said: Said = (labels) =>
    listed(
      view,
      labels.map((label) => texts.get(label) ?? label),
    );
  return {
    title,
    description: `${statusNames[status][language]}: ${said(values.map(({ label }) => label))}`,
    linkedData,
    main: (
      <Fragment>
        <Heading title={title} kind={t.discrepancies}>
          <p>
            <StatusTag view={view} status={status} />{' '}
            {conflicts.length > 0 &&
              listed(
                view,
                conflicts.map((each) => conflictNames[each][language]),
              )}
          </p>
        </Heading>
        <Facts rows={[[t.event, <Link view={view} to={event} />]]} />
        <Values view={view} values={values} />
        <Relations view={view} relations={relations} said={said} />
      </Fragment>
    ),
  };
}

/** Each value, and who gives it. */
function Values({ view, values }: { view: View; values: readonly GivenValue[] }) {
  const { t } = view;
  const hasRanges = values.some(({ range }) => isRange(range));
  return (
    <Table
      label={t.whatSourcesSay}
      head={hasRanges ? [t.value, t.canMean, t.saysWho] : [t.value, t.saysWho]}
      kind="stack"
    >
      {values.map((given) => (
        <tr>
          <th scope="row">
            <Value view={view} value={given.value} />
          </th>
          {hasRanges && (
            <td>
              {isRange(given.range) &&
                `${rangeEnd(view, given.range.from)} – ${rangeEnd(view, given.range.to)}`}
            </td>
          )}
          <td>
            <ul class="voices">
              {given.claims.map((claim) => (
                <li>
                  <Voice view={view} claim={claim} isPlaced />
                  <Note view={view} texts={claim.note} />
                </li>
              ))}
            </ul>
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Whether a value can mean more than one. */
const isRange = (range: GivenValue['range']): range is NonNullable<GivenValue['range']> =>
  range !== null && range.from !== range.to;

function Relations({ view, relations, said }: Pick<Discrepancy, 'relations'> & { view: View; said: Said }) {
  const { t, language } = view;
  if (relations.length === 0) return null;
  return (
    <section aria-labelledby="relations">
      <h2 id="relations">{t.relations}</h2>
      <ul class="plain">
        {relations.map(({ left, right, relation, rule }) => (
          <li>
            <b>{said(left)}</b> · <b>{said(right)}</b>: <StatusTag view={view} status={relation} />{' '}
            <span class="n">{ruleNames[rule][language]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
