// An error: what is wrong, and the nearest thing that would be right as a link.
import type { Candidate as CandidateBody } from '../http/problems/candidate.ts';
import type { ProblemCode } from '../http/problems/codes.ts';
import type { ProblemBody } from '../http/problems/problem.ts';
import { collections } from '../records/kinds.ts';
import type { Texts } from '../records/texts.ts';
import { parameterName, problemTexts, sortName, valueName } from './codes.ts';
import { type Fault, faultText } from './fault-words.ts';
import { countryName, languageName } from './intl.ts';
import { Fragment, h } from './jsx.ts';
import type { Page } from './layout.tsx';
import { Heading } from './parts.tsx';
import { linked, named, pathWith, type View } from './view.ts';

/** What ids are called, as far as they name records. */
export type NamesById = ReadonlyMap<string, Texts>;

/** Parameters whose values are names of filters. */
const takesNames = new Set(['by', 'facet']);

/** Parameters that pages do not take: nobody is told to use them. */
const ofPrograms = new Set(['fields', 'facets', 'rows', 'bom', 'format', 'cursor']);

/** What a code means, in the reader's language. */
const problemText = ({ language }: View, code: ProblemCode): { title: string; wayOut: string } => {
  const { title, wayOut } = problemTexts[code];
  return { title: title[language], wayOut: wayOut[language] };
};

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

/** A right value, by its name, as a link to the same address with it; where it cannot be put there, it is just said. */
function Hint({ view, fault, value, names }: { view: View; fault: Fault; value: string; names: NamesById }) {
  const href = corrected(view, fault, value);
  const text = <bdi>{nameOf(view, fault, value, names)}</bdi>;
  return href === null ? <b>{text}</b> : <a href={linked(view, href)}>{text}</a>;
}

function nameOf(view: View, { code, param = '' }: Fault, value: string, names: NamesById): string {
  const name = names.get(value);
  if (name) return named(view, { name });
  if (code === 'unknown-parameter' || takesNames.has(param)) return parameterName(value, view.language);
  if (param === 'sort') return sortName(value, view.language);
  if (param === 'country') return countryName(view, value);
  if (param === 'language') return languageName(view, value);
  return valueName(param, value, view.language) ?? value;
}

/** One of those whom a name can mean: the name as a link that asks for this one, and what tells it apart. */
function Candidate({ view, fault, candidate }: { view: View; fault: Fault; candidate: CandidateBody }) {
  const { value, roles, country, within } = candidate;
  const href = corrected(view, fault, value);
  const name = named(view, candidate);
  const about = [
    ...roles.map((title) => named(view, { name: title })),
    ...(country === null ? [] : [countryName(view, country)]),
    ...(within === null ? [] : [named(view, { name: within })]),
  ];
  return (
    <Fragment>
      {href === null ? <b>{name}</b> : <a href={linked(view, href)}>{name}</a>}
      {about.length > 0 && ` (${about.join(view.t.comma)})`} <bdi class="mono">{value}</bdi>
    </Fragment>
  );
}

/** The address with a right value in the place of the wrong one; of an unknown parameter, the name is what was wrong. */
function corrected(view: View, { code, param }: Fault, value: string): string | null {
  if (code === 'unknown-route') return value;
  if (param === 'id') return view.path.replace(/^(\/[^/]+\/)[^/]+/, `$1${encodeURIComponent(value)}`);
  if (param === undefined || !view.query.has(param)) return null;
  const pairs = Array.from(view.query, ([name, given]): [string, string] => {
    if (name !== param) return [name, given];
    return code === 'unknown-parameter' ? [value, given] : [name, value];
  });
  return pathWith(view.path, new URLSearchParams(pairs));
}

/** A page about one error code. */
export function problemCodePage(view: View, { code, status }: { code: ProblemCode; status: number }): Page {
  const { title, wayOut } = problemText(view, code);
  return {
    title,
    description: wayOut,
    main: (
      <Fragment>
        <Heading
          title={title}
          kind={
            <Fragment>
              {status} · <bdi class="mono">{code}</bdi>
            </Fragment>
          }
        />
        <p>
          <b>{view.t.wayOut}:</b> {wayOut}
        </p>
        <p>
          <a href={linked(view, '/problems')}>{view.t.problems}</a>
        </p>
      </Fragment>
    ),
  };
}

/** All error codes. */
export function problemCodesPage(view: View, codes: readonly { code: ProblemCode; status: number }[]): Page {
  const { t } = view;
  return {
    title: t.problems,
    description: t.problems,
    main: (
      <Fragment>
        <Heading title={t.problems} />
        <ul class="plain">
          {codes.map(({ code, status }) => (
            <li>
              <span class="n">{status}</span>{' '}
              <a href={linked(view, `/problems/${code}`)}>{problemText(view, code).title}</a>
            </li>
          ))}
        </ul>
      </Fragment>
    ),
  };
}
