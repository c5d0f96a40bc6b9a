// Parameters that list words of the API, such as `fields` and `facets`, in every form in which clients write lists.
import { z } from 'zod';

/**
 * Takes `a,b`, `a&name=b` and `name[]=a&name[]=b`, with the Arabic comma too, without white space beside commas, as the one text `a,b`. `longest` counts its
 * UTF-16 units.
 */
export const commaList = (longest: number) => z.preprocess(joined, z.string().max(longest));

const joined = (given: unknown): unknown => {
  if (typeof given === 'string')
    return given
      .split(/[,،]/)
      .map((word) => word.trim())
      .join();
  return Array.isArray(given) ? given.map(joined).join(',') : given;
};

/** The words of such a text, without the spaces around them. */
export const wordsIn = (list: string): string[] => list.split(',').map((word) => word.trim());
