// Runs the tests of several files in one process, which loads the application and reports coverage once for all of them.
import { pathToFileURL } from 'node:url';
import t from 'tap';

/** Runs compiled test files, given by their paths, one after another. A file that cannot be loaded, or adds no test, fails. */
export function together(files: readonly string[]): void {
  // The tests of the files queue behind this one, so that tap cannot take the process for done before it knows all of them.
  t.test('every file adds tests', async (loading) => {
    for (const file of files) {
      const queued = t.queue.length;
      try {
        await import(pathToFileURL(file).href);
        loading.ok(t.queue.length > queued, file);
      } catch (error) {
        loading.fail(`${file}: ${error}`, { error });
      }
    }
  });
}
