// Every format has a path of its own: `/statements.csv` is `/statements?format=csv`.
import { collections } from '../../records/kinds.ts';
import { formatNames } from '../formats/format.ts';

/** Ids hold no dots, so that what follows a dot can only be a format. */
const ending = new RegExp(
  `^(/(?:${[...collections, 'changes'].join('|')})(?:/[^?.]*)?)\\.(${formatNames.join('|')})(?:\\?(.*))?$`,
  's',
);

/** The URL of the same answer with `format=`; any other URL stays as it is. */
export function applySuffix(url: string): string {
  const [, path, format, query] = ending.exec(url) ?? [];
  if (path === undefined) return url;
  return query ? `${path}?${query}&format=${format}` : `${path}?format=${format}`;
}
