// Names operations as a client's functions read well: `listStatements`, `getPerson`, `listEventClaims`.
import { capital } from '../../records/kind-words.ts';
import { type Collection, collections, nounOf } from '../../records/kinds.ts';

const isCollection = (word: string | undefined): word is Collection =>
  collections.some((collection) => collection === word);

/** The name of the operation at a path of the description, by the kind of its path. */
export function operationIdOf(path: string): string {
  const [first, second, third] = path.split('/').filter((part) => part !== '');
  if (!isCollection(first)) return `get${capital(first ?? 'root')}`;
  if (second === undefined) return `list${capital(first)}`;
  if (second === 'counts') return `count${capital(first)}`;
  if (second === 'facets') return `list${singular(first)}FacetValues`;
  if (third === undefined) return `get${singular(first)}`;
  return `${isCollection(third) ? 'list' : 'get'}${singular(first)}${capital(third)}`;
}

const singular = (collection: Collection): string => capital(nounOf(collection));
