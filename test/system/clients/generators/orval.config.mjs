// What orval makes: functions over fetch, and functions over axios.
const input = '../generated/openapi.json';

export default {
  fetch: { input, output: { target: '../generated/orval-fetch.ts', client: 'fetch' } },
  axios: { input, output: { target: '../generated/orval-axios.ts', client: 'axios-functions' } },
};
