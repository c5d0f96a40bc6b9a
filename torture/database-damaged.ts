// Puts other files in the place of the database of a running server, and looks at what it answers.
import { otherFiles } from './damage/other-files.ts';
import { Subject } from './damage/subject.ts';
import type { Trial } from './trial.ts';

export const databaseDamaged: Trial = {
  id: 'database-damaged',
  part: 'Nothing lost, nothing half-done',
  promise:
    'From a database that is damaged, cut short, foreign, outdated, gone or replaced, the server answers what is right or nothing; it says so, is not ready meanwhile, and recovers by itself.',
  async run(_scale, folder) {
    const subject = await Subject.start(folder);
    try {
      const replaced = await subject.replaceByEach(otherFiles(folder, subject.good));
      const status = await subject.server.stop();
      const broken = [...subject.broken, ...(status === 0 ? [] : [`the server ended with ${status}`])];
      return { figures: replaced, broken };
    } finally {
      subject.server.child.kill('SIGKILL');
    }
  },
};
