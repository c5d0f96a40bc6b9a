// The order of texts by language in answers.

/** English and Arabic first, then the others as they come: in a stored record, in alphabetical order. */
export const inAnswerOrder = <T extends { en: string; ar: string }>({ en, ar, ...others }: T): T =>
  ({ en, ar, ...others }) as T;
