// The generators of clients that are tried: what each is called, how it is run, and what its users get.

export interface Generator {
  /** The name of its program under `programs/`. */
  name: string;
  /** The package whose version the table names. */
  package: string;
  /** Arguments of the command, in the folder that holds `openapi.json`; none where nothing is generated. */
  command: readonly string[];
  /** What a user gets, in a few words. */
  gives: string;
  /** What to set, where the usual settings do not fit. */
  note?: string;
}

const repeated =
  'axios writes `speaker[]=`, which works; `paramsSerializer: { indexes: null }` writes `speaker=`';

export const generators: readonly Generator[] = [
  {
    name: 'openapi-fetch',
    package: 'openapi-fetch',
    command: ['openapi-typescript', 'openapi.json', '--output', 'openapi-fetch.ts'],
    gives: 'types for one `GET` function over fetch; an error is a value',
  },
  {
    name: 'orval-fetch',
    package: 'orval',
    command: ['orval', '--config', '../generators/orval.config.mjs', '--project', 'fetch'],
    gives: 'a function for each operation; `status` tells answer from problem',
    note: 'set `baseUrl`: the description names the server `/`',
  },
  {
    name: 'orval-axios',
    package: 'orval',
    command: ['orval', '--config', '../generators/orval.config.mjs', '--project', 'axios'],
    gives: 'a function for each operation over axios; an error is thrown',
    note: repeated,
  },
  {
    name: 'hey-api',
    package: '@hey-api/openapi-ts',
    command: ['openapi-ts', '--input', 'openapi.json', '--output', 'hey-api'],
    gives: 'a function for each operation over fetch; an error is a value',
  },
  {
    name: 'swagger-typescript-api',
    package: 'swagger-typescript-api',
    command: [
      'swagger-typescript-api',
      'generate',
      '--path',
      'openapi.json',
      '--output',
      '.',
      '--name',
      'swagger-typescript-api.ts',
    ],
    gives: 'a class with a member for each first step of the path; an error is thrown, with its type',
  },
  {
    name: 'oazapfts',
    package: 'oazapfts',
    command: ['oazapfts', 'openapi.json', 'oazapfts.ts'],
    gives: 'a function for each operation; `ok()` gives the answer, or throws the problem',
  },
  {
    name: 'kubb',
    package: '@kubb/plugin-client',
    command: ['kubb', 'generate', '--config', '../generators/kubb.config.mjs'],
    gives: 'a function for each operation, in a file of its own; a problem comes in the place of an answer',
  },
  {
    name: 'zodios',
    package: 'openapi-zod-client',
    command: [
      'openapi-zod-client',
      'any-of.json',
      '--output',
      'zodios',
      '--group-strategy',
      'tag-file',
      '--additional-props-default-value',
      'false',
      '--media-type-expr',
      "mediaType.endsWith('json')",
    ],
    gives: 'a client over axios that checks every answer with zod; an error is thrown, with its type',
    note: `${repeated}; made from the description without \`speaker.all\` and similar parameters, [as below](#zodios-and-many-parameters)`,
  },
  {
    name: 'openapi-client-axios',
    package: 'openapi-client-axios',
    command: ['typegen', 'openapi.json'],
    gives:
      'a client that reads the description when it starts, with types for each operation; an error is thrown',
    note: repeated,
  },
  {
    name: 'swagger-client',
    package: 'swagger-client',
    command: [],
    gives: 'a client that reads the description when it starts, without types; an error is thrown',
  },
];
