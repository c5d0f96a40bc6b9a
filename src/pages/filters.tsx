// What narrows a list of statements or of renditions: two switches, and facets with counts.
import type { Unit } from '../http/lists/facets/unit.ts';
import { Fragment, type Html, h, inOnePiece } from './jsx.ts';
import { FacetList, type FacetValues } from './list-controls.tsx';
import { ListedUnit } from './unit.tsx';
import { changed, linked, type View } from './view.ts';

/** The facets that the pages count. */
export const shownFacets = ['speaker', 'topic', 'outlet', 'mode', 'cue', 'event', 'place', 'source', 'month'];

export function Filters({ view, unit, facets }: { view: View; unit: Unit['unit']; facets: Facets }) {
  const { t } = view;
  return (
    <aside id="filters" aria-label={t.filters}>
      <h2>{t.filters}</h2>
      <ListedUnit view={view} unit={unit} />
      <Toggles view={view} />
      <Facets view={view} facets={facets} />
    </aside>
  );
}

type Facets = Record<string, FacetValues | undefined>;

/** The markup of facets that the server keeps for all pages of a list, for some languages. */
const rendered = new WeakMap<Facets, Map<string, Html>>();

/** So many languages of each. */
const mostLanguages = 4;

/** All facets. What comes again is kept. */
function Facets({ view, facets }: { view: View; facets: Facets }) {
  const key = `${view.language} ${view.languages} ${view.chosen}`;
  const known = rendered.get(facets);
  const kept = known?.get(key);
  if (kept) return kept;
  const lists = shownFacets.map(
    (name) => facets[name] && <FacetList view={view} name={name} facet={facets[name]} />,
  );
  const all = <Fragment>{lists}</Fragment>;
  if (!known) rendered.set(facets, new Map());
  else if (known.size < mostLanguages) known.set(key, inOnePiece(all));
  return all;
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
