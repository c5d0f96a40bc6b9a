// Reads a value that is a name: the id that it stands for, or the candidates where it stands for several.
import type { NamedId, NamedKind, NameQuestion } from '../../store/names.ts';
import type { Later } from '../../store/store.ts';
import { nameKey } from '../../text/name-key.ts';
import { nearest } from '../../text/nearest.ts';
import type { Data } from '../context.ts';
import type { Fault } from '../problems/problem.ts';
import { candidatesOf } from './candidates.ts';

/** Values that name things of these kinds, or are one of a few words beside. */
export interface NamedValues {
  names: readonly NamedKind[];
  also?: readonly string[];
  /** Whether things of several kinds can have the same id, so that a term is `kind/id`. */
  withKind?: true;
}

/** What the names of a request stand for. */
export interface NamesFound {
  isName(values: NamedValues, text: string): boolean;
  /** Whether a text is an id, or `kind/id`, as it stands. */
  isId(values: NamedValues, text: string): boolean;
  idsOf(values: NamedValues, text: string): readonly NamedId[];
}

/** Looks up all names of a request at once. */
export async function namesFound(data: Data, questions: readonly NameQuestion[]): Promise<NamesFound> {
  const answers = questions.length === 0 ? [] : await data.resolve(questions);
  const idsOf = ({ names }: NamedValues, asked: string): readonly NamedId[] =>
    answers[questions.findIndex(({ kinds, text }) => kinds === names && text === asked)] ?? [];
  return {
    idsOf,
    isId: (values, text) =>
      idsOf(values, text).some(({ kind, id }) => id === text || `${kind}/${id}` === text),
    isName: (values, text) => specialWord(values, text) !== undefined || idsOf(values, text).length > 0,
  };
}

const specialWord = ({ also = [] }: NamedValues, text: string): string | undefined =>
  also.find((each) => each === text.toLowerCase());

/** Valid values that an error lists. */
const maxListed = 50;

/** The term that a name stands for, or the fault that lists what it can mean. */
export function readName(
  data: Data,
  values: NamedValues,
  text: string,
  found: NamesFound,
): Later<string | Fault> {
  const special = specialWord(values, text);
  if (special !== undefined) return special;
  const [named, ...others] = found.idsOf(values, text);
  if (named === undefined) return unknownName(data, values, text);
  return others.length === 0 ? termOf(values, named) : ambiguous(data, values, text, [named, ...others]);
}

const termOf = ({ withKind }: NamedValues, { kind, id }: NamedId): string =>
  withKind ? `${kind}/${id}` : id;

const kindsOf = ({ names }: NamedValues): string => names.join(', ').replace(/, ([^,]*)$/, ' or $1');

async function ambiguous(
  data: Data,
  values: NamedValues,
  text: string,
  named: readonly NamedId[],
): Promise<Fault> {
  const shown = named.slice(0, maxListed);
  const allowed = shown.map((each) => termOf(values, each));
  const described = await candidatesOf(data, shown);
  return {
    code: 'ambiguous-value',
    detail: `'${text}' names more than one ${kindsOf(values)} (${named.length}); write the id of the one you mean`,
    allowed,
    candidates: described.map((candidate, at) => ({ value: allowed[at] as string, ...candidate })),
  };
}

/** How many names that begin with a word are looked at for one that holds it. */
const mostBegun = 10;

/** What is spoken of most among the things whose names hold the text as words: `ukraine` can mean the war in Ukraine. */
async function nameWith(data: Data, { names }: NamedValues, text: string): Promise<NamedId | undefined> {
  const key = nameKey(text);
  const kinds = names.filter((each) => each !== 'outlet'); // names of outlets are those of organizations
  if (key === '' || kinds.length === 0) return undefined;
  const begun = await data.completions(key, kinds, mostBegun);
  const found = begun.find(({ form }) => ` ${nameKey(form)} `.includes(` ${key} `));
  const kind = kinds.find((each) => each === found?.kind);
  return found && kind && { kind, id: found.id };
}

async function unknownName(data: Data, values: NamedValues, text: string): Promise<Fault> {
  const { names, also = [] } = values;
  const near = (await data.nearestName({ kinds: names, text })) ?? (await nameWith(data, values, text));
  const hint = nearest(text.toLowerCase(), also) ?? (near ? termOf(values, near) : undefined);
  const known = await data.knownIds(names, maxListed);
  const allowed = known ? [...also, ...known.map((each) => termOf(values, each))] : undefined;
  return { code: 'unknown-value', detail: `no ${kindsOf(values)} is called '${text}'`, hint, allowed };
}
