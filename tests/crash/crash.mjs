// Power cuts and kills: an acknowledged enquiry is never lost, and the ledger verifies afterwards.
// The controls run the same with the engine told to sync less; each must lose something, or else
// this test would not notice a loss at all. A kill alone shows little (what was written is still
// with the kernel), so it has no control.        crash.mjs SECONDS FOLDER
import { mkdirSync } from 'node:fs';
import { endAll } from './children.mjs';
import { cycle } from './cycle.mjs';
import { Disk } from './disk.mjs';
import { PostgresHome, SqliteHome } from './homes.mjs';

const [seconds, folder] = [Number(process.argv[2]), process.argv[3]];
const enough = 20; // acknowledged enquiries, for a cycle to have shown anything
const triesMax = 20;
const controlSeconds = 60; // a control stops as soon as it has lost something

/** Cycles in `home` for so many seconds (at least one), or until `seen` says that it was enough. */
async function trial(home, { name, weak = '', cut = true, time, seen = () => false }) {
  const sum = { name, cycles: 0, acknowledged: 0, lost: 0, bad: 0, wrong: '' };
  const end = Date.now() + time * 1000;
  for (let tries = 0; !seen(sum); tries += 1) {
    if (Date.now() >= end && (sum.cycles > 0 || tries >= triesMax)) break;
    const milliseconds = 100 + Math.random() * 900;
    const one = await cycle(home, { name: `${sum.cycles}`, weak, cut, milliseconds });
    if (one.acknowledged < enough && !one.wrong && !one.lost) continue;
    sum.cycles += 1;
    sum.acknowledged += one.acknowledged;
    sum.lost += one.lost;
    sum.bad += one.lost > 0 || one.wrong ? 1 : 0;
    sum.wrong ||= one.wrong.split('\n')[0];
  }
  return sum;
}

function told(sum, good) {
  const count = (number, what) => `${String(number).padStart(6)} ${what}`;
  console.log(good ? 'ok    ' : 'FAILED', sum.name.padEnd(58), count(sum.cycles, 'cycles'),
    count(sum.acknowledged, 'acknowledged'), count(sum.lost, 'lost'), count(sum.bad, 'bad'),
    sum.wrong.slice(0, 60));
  return good;
}

async function holds(home, options) {
  const sum = await trial(home, options);
  return told(sum, sum.cycles > 0 && sum.bad === 0);
}

async function mustLose(home, engine, weak) {
  const name = `${engine}, power cut, ${weak}: must lose`;
  const sum = await trial(home, { name, weak, time: controlSeconds, seen: ({ bad }) => bad > 0 });
  return told(sum, sum.bad > 0);
}

mkdirSync(folder, { recursive: true });
const disk = new Disk(folder);
async function cleanUp() {
  await endAll();
  disk.remove();
}
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => cleanUp().finally(() => process.exit(1)));
try {
  const sqlite = new SqliteHome(disk, folder);
  const postgres = new PostgresHome(disk, folder);
  await sqlite.prepare();
  await postgres.prepare();
  const results = [
    await mustLose(sqlite, 'SQLite', 'OFF'),
    await mustLose(sqlite, 'SQLite', 'NORMAL'),
    await mustLose(postgres, 'PostgreSQL', 'synchronous_commit=off'),
    await holds(sqlite, { name: 'SQLite, power cut', time: seconds * 0.5 }),
    await holds(postgres, { name: 'PostgreSQL, power cut', time: seconds * 0.3 }),
    await holds(sqlite, { name: 'SQLite, killed', cut: false, time: seconds * 0.2 }),
  ];
  process.exitCode = results.every(Boolean) ? 0 : 1;
} finally {
  await cleanUp();
}
