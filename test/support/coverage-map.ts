// Says what coverage is asked of, whichever test runs: all of src/, and nothing beside it.
export default () => 'dist/src/**/*.js';
