// A number with its English noun, for the messages of commands: `1 source`, `1,200 sources`.

/** Writes the count and the noun in the number that it asks for. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
