// Every journey on PostgreSQL.
import { walkAll } from './walk_all.mjs';

walkAll('PostgreSQL');
