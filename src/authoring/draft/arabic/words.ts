// The small Arabic word lists of the lexicon, as sets of normalised forms.
import { wordLists } from '../lexicons.ts';
import { formOf } from '../tokens.ts';

const list = wordLists('arabic-words', formOf);

export const contentNouns = list('content-nouns');
export const actNouns = list('act-nouns');
export const speechNouns = list('speech-nouns');
export const complementizers = list('complementizers');
export const adverbials = list('adverbials');
export const occasions = list('occasions');
export const closers = list('closers');
export const negations = list('negations');
export const possibles = list('possibles');
export const credits = list('credits');
export const outletHeads = list('outlet-heads');
export const anonymous = list('anonymous');
export const titles = list('titles');
export const bodies = list('bodies');
export const singularIn = list('singular-in');
export const adjectives = list('adjectives');
export const honours = list('honours');
export const things = list('things');
export const offices = list('offices');
export const boilerplate = [...list('boilerplate')];
export const noSubjects = list('no-subjects');
export const fillers = list('fillers');
export const relatives = list('relatives');
