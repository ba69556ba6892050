import { createPool } from '../../../api/db/pool.ts';
import { openSearch } from '../../../api/search/search.ts';

/** A process that keeps the index until it is killed: `worker-process.ts DATABASE_URL [MEILI_URL INDEX]`. */
const [connectionString, url, index] = process.argv.slice(2);
await openSearch({
  db: createPool({ connectionString }),
  meili: url && index ? { url, key: null, index } : null,
});
process.stdout.write('open\n');
