// Says what the figures of a page count, statements or renditions, and leads to the other unit.
import type { Unit } from '../http/lists/facets/unit.ts';
import { h } from './jsx.ts';
import { linked, pathWith, type View } from './view.ts';

/** Under a table or a list of counts: the link leads to the same counts in the other unit. */
export function CountedUnit({ view, unit: { unit, other } }: { view: View; unit: Unit }) {
  const { t } = view;
  const isOfStatements = unit === 'statement';
  return (
    <p class="n">
      {isOfStatements ? t.figuresOfStatements : t.figuresOfRenditions}{' '}
      {other && (
        <a href={linked(view, other)}>
          {isOfStatements ? t.countRenditionsInstead : t.countStatementsInstead}
        </a>
      )}
    </p>
  );
}

/** Beside a list: the link leads to the list of the other unit under the same filters. */
export function ListedUnit({ view, unit }: { view: View; unit: Unit['unit'] }) {
  const { t } = view;
  const isOfStatements = unit === 'statement';
  return (
    <p class="n">
      {isOfStatements ? t.figuresOfStatements : t.figuresOfRenditions}{' '}
      {!view.query.has('statement') && (
        <a href={linked(view, otherList(view, isOfStatements ? '/renditions' : '/statements'))}>
          {isOfStatements ? t.seeRenditions : t.seeStatements}
        </a>
      )}
    </p>
  );
}

/** What is of one list alone goes: its order, and the place in it. */
function otherList(view: View, path: string): string {
  const query = new URLSearchParams(view.query);
  for (const name of ['cursor', 'sort', 'facets']) query.delete(name);
  return pathWith(path, query);
}
