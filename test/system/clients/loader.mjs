// Lets Node find what bundlers find: modules that are imported without the ending of their file, or by their folder.
import { register } from 'node:module';

register('./resolve.mjs', import.meta.url);
