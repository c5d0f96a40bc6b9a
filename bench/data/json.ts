// Writes ids, dates and addresses as JSON; they hold nothing that it escapes.

export const text = (value: string | null): string => (value === null ? 'null' : `"${value}"`);

export const list = (values: readonly string[]): string =>
  values.length === 0 ? '[]' : `["${values.join('","')}"]`;
