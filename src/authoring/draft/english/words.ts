// The small English word lists of the lexicon.
import { wordLists } from '../lexicons.ts';

const list = wordLists('english-words');

export const times = list('times');
export const prepositions = list('prepositions');
export const determiners = list('determiners');
export const pronouns = list('pronouns');
export const adverbs = list('adverbs');
export const auxiliaries = list('auxiliaries');
export const beForms = list('be');
export const modals = list('modals');
export const negations = list('negations');
export const conjunctions = list('conjunctions');
export const sources = list('sources');
export const documents = list('documents');
export const labels = list('labels');
export const presents = list('presents');
export const plurals = list('plurals');
export const adjectives = list('adjectives');
export const finiteForms = list('finite-forms');
export const listeners = list('listeners');
export const people = list('people');
export const female = list('female');
export const male = list('male');
export const femaleNames = list('female-names');
export const maleNames = list('male-names');
export const eitherNames = list('either-names');
export const personTitles = list('person-titles');
export const namesOfBodies = list('names-of-bodies');
export const personNouns = list('person-nouns');
