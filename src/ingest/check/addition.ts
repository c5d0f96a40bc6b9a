// Checks an entry that adds renditions to a statement which stands elsewhere: `{ statement: <id>, renditions: [...] }`.
import type { FieldPath, Issue } from '../../records/issue.ts';
import type { RecordOf } from '../../resources/registry.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { Entry } from '../read/entry.ts';
import { seal } from './canonical.ts';
import { checkRecord } from './entry-check.ts';

/** The statement by its id, and what it gains. */
export interface Addition {
  statement: string;
  renditions: RecordOf<'statement'>['renditions'];
}

const fields = ['statement', 'renditions'];

/** Whether an entry has `statement` in place of an id of its own. */
export function isAddition({ kind, value }: Pick<Entry, 'kind' | 'value'>): boolean {
  return (
    kind === 'statement' &&
    typeof value === 'object' &&
    value !== null &&
    'statement' in value &&
    !('id' in value)
  );
}

/** The addition, or everything that is wrong with it by itself; `onTrim` as in checkRecord. */
export function checkAddition(value: unknown, onTrim?: (texts: number) => void): Addition | Issue[] {
  const { statement, renditions = [], ...others } = value as Record<string, unknown>;
  const unknown = Object.keys(others).map((key) => ({
    path: [key],
    isName: true,
    message: `unknown field beside 'statement', which only gains renditions here${didYouMean(key, fields)}`,
  }));
  const whole = { id: statement, speakers: ['nobody'], gist: { en: '-' }, renditions };
  const record = checkRecord('statement', whole, onTrim);
  const sealed = Array.isArray(record) ? record : seal(record);
  if (!Array.isArray(record) && !Array.isArray(sealed) && unknown.length === 0)
    return { statement: record.id, renditions: record.renditions };
  return [...unknown, ...(Array.isArray(sealed) ? sealed.map(underItsName) : [])];
}

/** What was checked as `id` stands under `statement`. */
function underItsName({ path, ...issue }: Issue): Issue {
  const [first, ...rest] = path;
  return { ...issue, path: (first === 'id' ? ['statement', ...rest] : path) as FieldPath };
}
