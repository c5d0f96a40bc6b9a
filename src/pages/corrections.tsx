// The way out of an error: what would be right, as a link to the address with it.
import type { Candidate as CandidateBody } from '../http/problems/candidate.ts';
import type { Texts } from '../records/texts.ts';
import { parameterName, sortName, valueName } from './codes.ts';
import type { Fault } from './fault-words.ts';
import { countryName, languageName } from './intl.ts';
import { Fragment, h } from './jsx.ts';
import { linked, named, pathWith, type View } from './view.ts';

/** What ids are called, as far as they name records. */
export type NamesById = ReadonlyMap<string, Texts>;

/** Parameters whose values are names of filters. */
const takesNames = new Set(['by', 'facet']);

/** A right value, by its name, as a link to the same address with it; where it cannot be put there, it is just said. */
export function Hint({
  view,
  fault,
  value,
  names,
}: {
  view: View;
  fault: Fault;
  value: string;
  names: NamesById;
}) {
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
export function Candidate({
  view,
  fault,
  candidate,
}: {
  view: View;
  fault: Fault;
  candidate: CandidateBody;
}) {
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
