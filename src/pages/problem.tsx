// An error: what is wrong, and the nearest thing that would be right as a link.
import type { ProblemBody } from '../http/problems/problem.ts';
import { collections } from '../records/kinds.ts';
import { Candidate, Hint, type NamesById } from './corrections.tsx';
import { faultText } from './fault-words.ts';
import { Fragment, h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { Heading } from './parts.tsx';
import { problemText } from './problem-codes.tsx';
import { linked, type View } from './view.ts';

/** Parameters that pages do not take: nobody is told to use them. */
const ofPrograms = new Set(['fields', 'facets', 'rows', 'bom', 'format', 'cursor']);

export function problemPage(view: View, problem: ProblemBody, names: NamesById): Page {
  const { t } = view;
  const { code, requestId, errors } = problem;
  const { title, wayOut } = problemText(view, code);
  const faults = errors ?? [problem];
  const allowed = (problem.allowed ?? []).filter((value) => !ofPrograms.has(value));
  return {
    title,
    description: title,
    isUnlisted: true,
    main: (
      <Fragment>
        <Heading title={title} kind={String(problem.status)}>
          <p>{wayOut}</p>
        </Heading>
        {faults.map((fault) => (
          <p class="fault">
            {faultText(view, fault)}{' '}
            {fault.hint && (
              <b>
                {t.didYouMean} <Hint view={view} fault={fault} value={fault.hint} names={names} />
                {t.questionMark}
              </b>
            )}
          </p>
        ))}
        {problem.candidates && (
          <ul>
            {problem.candidates.map((candidate) => (
              <li>
                <Candidate view={view} fault={problem} candidate={candidate} />
              </li>
            ))}
          </ul>
        )}
        {allowed.length > 0 && !problem.candidates && (
          <details>
            <summary>{t.possible}</summary>
            <ul class="chips">
              {allowed.map((value) => (
                <li>
                  <Hint view={view} fault={problem} value={value} names={names} />
                </li>
              ))}
            </ul>
          </details>
        )}
        <p>
          <a href={linked(view, '/')}>{t.toHome}</a> · <ListHere view={view} />
        </p>
        <p class="n small">
          {t.requestId} <bdi class="mono">{requestId}</bdi> ·{' '}
          <a href={linked(view, `/problems/${code}`)}>
            <bdi>{code}</bdi>
          </a>
        </p>
      </Fragment>
    ),
  };
}

/** A link to the list that the address belongs to, or else to the statements. */
function ListHere({ view }: { view: View }) {
  const first = view.path.split('/')[1];
  const collection = collections.find((each) => each === first) ?? 'statements';
  return <a href={linked(view, `/${collection}`)}>{view.t[collection]}</a>;
}
