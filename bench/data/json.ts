// Writes ids, dates and addresses as JSON. They contain no character that JSON escapes.

export const text = (value: string | null): string => (value === null ? 'null' : `"${value}"`);

export const list = (values: readonly string[]): string =>
  values.length === 0 ? '[]' : `["${values.join('","')}"]`;
