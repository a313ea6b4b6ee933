// One life of a record: callers ask, the power goes or the program is killed, and afterwards every
// receipt that a caller holds is looked for.
import { setTimeout as sleep } from 'node:timers/promises';
import { Server, wrongWith } from './heed.mjs';

const callers = 8;

/**
 * Each caller asks again and again. Gives what was acknowledged, and what was not. An answer that
 * comes while the power goes counts as none: the kernel lets a sync that is under way then seem to
 * have succeeded (a bare loop of write and fsync showed it, 3 of 7,392, none before the shutdown).
 * The price: of each caller the last answer before the cut may be counted among these.
 */
function load(server, name) {
  const receipts = new Map();
  const unanswered = new Set();
  let going = true, powered = true;
  const caller = async (number) => {
    for (let n = 0; going; n += 1) {
      const key = `${name}-${number}-${n}`;
      const receipt = await server.ask(key);
      if (receipt && powered) receipts.set(key, receipt);
      else {
        unanswered.add(key);
        going = false;
      }
    }
  };
  const done = Promise.all(Array.from({ length: callers }, (_, number) => caller(number)));
  return {
    receipts,
    unanswered,
    powerGoes: () => { powered = false; },
    stop: () => { going = false; return done; },
  };
}

/**
 * One cycle in a `home` (homes.mjs): { acknowledged, lost, wrong }. With a `weak` setting the
 * engine syncs less than it does as it ships; without `cut` the server is only killed.
 */
export async function cycle(home, { name, weak, cut, milliseconds }) {
  home.lay();
  const server = await Server.start(await home.open(weak), home.token);
  const asking = load(server, name);
  await sleep(milliseconds);
  if (cut) {
    asking.powerGoes();
    home.disk.cut();
  }
  await server.kill();
  await asking.stop();
  await home.close();
  if (cut) home.disk.recover();
  const where = await home.open('');
  try {
    const wrong = wrongWith(where.database);
    const lost = wrong ? 0 : await count(where, home.token, asking);
    return { acknowledged: asking.receipts.size, lost, wrong };
  } finally {
    await home.close();
  }
}

// The same key must give the same receipt: a new one means that the old answer is gone. A key whose
// answer never came must give one receipt too, the same each time.
async function count(where, token, { receipts, unanswered }) {
  const server = await Server.start(where, token);
  let lost = 0;
  for (const [key, receipt] of receipts) if (await server.ask(key) !== receipt) lost += 1;
  for (const key of unanswered) {
    const receipt = await server.ask(key);
    if (!receipt || await server.ask(key) !== receipt) lost += 1;
  }
  await server.kill();
  return lost;
}
