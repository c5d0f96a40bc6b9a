// The top of every page: the name of the site, its search, where else to go, the other language.
import { suggestedFilters } from '../records/kinds.ts';
import { parameterName } from './codes.ts';
import { h } from './jsx.ts';
import { type Language, languages } from './strings.ts';
import { linked, pathWith, type View, withParameter } from './view.ts';

/** Where the navigation leads; things that speak or are spoken of come with those of most statements first. */
const sections = [
  ['/statements', '', 'statements'],
  ['/discrepancies', '', 'discrepancies'],
  ['/events', '', 'events'],
  ['/people', '?sort=-statements', 'people'],
  ['/topics', '?sort=-statements', 'topics'],
  ['/outlets', '?sort=-statements', 'outlets'],
  ['/sources', '', 'sources'],
] as const;

export function Header({ view, search }: { view: View; search: string | undefined }) {
  const { t } = view;
  const isHere = (path: string) => view.path === path || view.path.startsWith(`${path}/`);
  return (
    <header class="top">
      <a class="mark" href={linked(view, '/')}>
        {t.siteName}
      </a>
      <search>
        <form class="search" action="/statements" method="get">
          <input
            type="search"
            name="q"
            value={search}
            maxlength={200}
            aria-label={t.searchAll}
            placeholder={t.searchExample}
            autocomplete="off"
            data-completions={t.completions}
            data-filters={filterNames[view.language]}
          />
          {view.chosen && <input type="hidden" name="lang" value={view.chosen} />}
          <button type="submit">{t.search}</button>
        </form>
      </search>
      <nav aria-label={t.mainNavigation}>
        <ul>
          {sections.map(([path, query, name]) => (
            <li>
              <a href={linked(view, path + query)} aria-current={isHere(path) ? 'page' : undefined}>
                {t[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <LanguageSwitch view={view} />
    </header>
  );
}

function LanguageSwitch({ view }: { view: View }) {
  const [other = 'en'] = languages.filter((language) => language !== view.language);
  const href = withParameter(pathWith(view.path, view.query), 'lang', other);
  return (
    <a class="language" href={href} lang={other} hreflang={other} rel="alternate">
      {view.t.otherLanguage}
    </a>
  );
}

const filtersIn = (language: Language): string =>
  JSON.stringify(Object.fromEntries(suggestedFilters.map((name) => [name, parameterName(name, language)])));

/** What the filters are called that a completed name can stand for, as JSON. */
const filterNames: Record<Language, string> = { en: filtersIn('en'), ar: filtersIn('ar') };
