// What narrows a list of statements or of renditions: two switches, and facets with counts.
import type { Unit } from '../http/lists/facets/unit.ts';
import { h } from './jsx.ts';
import { FacetList, type FacetValues } from './list-controls.tsx';
import { ListedUnit } from './unit.tsx';
import { changed, linked, type View } from './view.ts';

/** The facets that the pages count. */
export const shownFacets = ['speaker', 'topic', 'outlet', 'mode', 'cue', 'event', 'place', 'source', 'month'];

export function Filters({
  view,
  unit,
  facets,
}: {
  view: View;
  unit: Unit['unit'];
  facets: Record<string, FacetValues | undefined>;
}) {
  const { t } = view;
  return (
    <aside id="filters" aria-label={t.filters}>
      <h2>{t.filters}</h2>
      <ListedUnit view={view} unit={unit} />
      <Toggles view={view} />
      {shownFacets.map((name) => facets[name] && <FacetList view={view} name={name} facet={facets[name]} />)}
    </aside>
  );
}

/** The two switches that narrow a list to what can be compared. */
function Toggles({ view }: { view: View }) {
  const { t } = view;
  const toggles = [
    ['differing', 'true', t.differing],
    ['reported', '2..', t.twoSources],
  ] as const;
  return (
    <section aria-labelledby="only">
      <h3 id="only">{t.onlyThese}</h3>
      <ul class="facet">
        {toggles.map(([name, value, text]) => {
          const isOn = view.query.get(name) === value;
          return (
            <li>
              <a
                href={linked(view, changed(view, name, isOn ? null : value))}
                aria-current={isOn ? 'true' : undefined}
              >
                <span>
                  {text}
                  {isOn && <span aria-hidden="true"> ✓</span>}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
