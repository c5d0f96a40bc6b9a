// Finds the records that a row of a CSV mentions.
import * as targets from '../../../records/targets.ts';
import { definitionOf, idSpaceOf } from '../../../resources/registry.ts';
import { entityOf, type Named } from '../entities.ts';
import type { Identity } from '../identities.ts';
import type { Importing } from '../importing.ts';
import type { RowInLanguage } from './csv-row.ts';

/** One kind of each space of ids in which a mention can lie. */
const mentionSpaces = [
  ...new Map(targets.mentionable.kinds.map((kind) => [idSpaceOf(definitionOf[kind]), kind])).values(),
];

/**
 * What a row mentions, as `kind/id`. Without a column of kinds it must be a record that is there; a name that leads to none is
 * left out.
 */
export function mentionsOf({ row, line, language, importing }: RowInLanguage): string[] {
  return row.named('mentions', language).flatMap(({ kind, ...named }) => {
    const mentionable = targets.mentionable.kinds.find((each) => each === kind);
    const found =
      mentionable === undefined
        ? mentionNamed(importing, named, line)
        : entityOf(importing, mentionable, named, line);
    return found === null ? [] : [`${found.kind}/${found.id}`];
  });
}

/** The one record that a mention without its kind leads to; null where there is none or several, which is told. */
function mentionNamed(importing: Importing, { id, names }: Named, line: number): Identity | null {
  const written = id ?? Object.values(names)[0] ?? '';
  const [, prefix, form = written] = /^(\w+)\/(.+)$/.exec(written) ?? [];
  const { identities } = importing;
  const found = mentionSpaces.flatMap((kind) => {
    const identity = identities.withId(kind, form) ?? identities.named(kind, form);
    if (identity === null) return [];
    return identity === 'shared' || prefix === undefined || identity.kind === prefix ? [identity] : [];
  });
  const [only, ...others] = found;
  if (only !== undefined && only !== 'shared' && others.length === 0) return only;
  const message =
    found.length === 0
      ? `no record is called '${written}'; add the folder that holds it with --known`
      : `several known records are called '${written}'; write the one that is meant as kind/id`;
  importing.problem(line, 'mentions', message);
  return null;
}
