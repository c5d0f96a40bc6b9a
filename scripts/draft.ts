// `npm run draft -- <article or folder ...>`: the statements of articles as drafts. See docs/reading.md.
import { runDraft } from '../src/authoring/draft/command.ts';

process.exitCode = runDraft(process.argv.slice(2), process);
