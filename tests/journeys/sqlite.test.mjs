// Every journey on SQLite.
import { walkAll } from './walk_all.mjs';

walkAll('SQLite');
