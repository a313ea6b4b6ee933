// Where a record lives during a cycle: an SQLite file on the disk whose power is cut, or a
// PostgreSQL server whose files are on it. Both begin each cycle as an empty record.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { start } from './children.mjs';
import { found } from './heed.mjs';

const quiet = { stdio: ['ignore', 'ignore', 'pipe'] };

export class SqliteHome {
  constructor(disk, folder) {
    this.disk = disk;
    this.template = join(folder, 'template.db');
    this.database = join(disk.path, 'heed.db');
  }

  async prepare() {
    rmSync(this.template, { force: true });
    this.token = found(this.template);
  }

  lay() {
    for (const end of ['', '-wal', '-shm']) rmSync(this.database + end, { force: true });
    copyFileSync(this.template, this.database);
    this.disk.sync();
  }

  /** Gives the database's name and the server's options. `weak` syncs less than what ships. */
  async open(weak) {
    return { database: this.database, options: weak ? ['--unsafe-synchronous', weak] : [] };
  }

  async close() {}
}

const postgresBin = '/usr/lib/postgresql/15/bin';
const idOf = (option) => Number(execFileSync('id', [option, 'postgres']).toString());

export class PostgresHome {
  constructor(disk, folder) {
    this.disk = disk;
    this.template = join(folder, 'postgres');
    this.data = join(disk.path, 'postgres');
    this.user = { uid: idOf('-u'), gid: idOf('-g'), cwd: '/' };
  }

  // initdb and the first start are on the disk: its server's user can reach that folder for sure.
  async prepare() {
    rmSync(this.template, { recursive: true, force: true });
    mkdirSync(this.data);
    execFileSync('chown', ['postgres:', this.data]);
    execFileSync(join(postgresBin, 'initdb'), ['-D', this.data, '--no-sync', '--username=heed',
      '--auth=trust', '--locale=C.UTF-8', '--encoding=UTF8'], { ...quiet, ...this.user });
    const { database } = await this.open('');
    this.token = found(database);
    await this.close('SIGINT');
    execFileSync('cp', ['-a', this.data, this.template]);
  }

  lay() {
    rmSync(this.data, { recursive: true, force: true });
    execFileSync('cp', ['-a', this.template, this.data]);
    this.disk.sync();
  }

  async open(weak) {
    const port = await freePort();
    const settings = ['listen_addresses=127.0.0.1', `port=${port}`, `unix_socket_directories=`,
      ...(weak ? [weak] : [])].flatMap((setting) => ['-c', setting]);
    this.server = start(join(postgresBin, 'postgres'), ['-D', this.data, ...settings],
      { stdio: 'ignore', ...this.user });
    for (let tick = 0; tick < 300; tick += 1) {
      if (this.isReady(port))
        return { database: `postgresql://heed@127.0.0.1:${port}/postgres`, options: [] };
      await sleep(100);
    }
    throw new Error('PostgreSQL did not start');
  }

  isReady(port) {
    try {
      execFileSync(join(postgresBin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', `${port}`]);
      return true;
    } catch {
      return false;
    }
  }

  /** SIGQUIT: at once, without writing anything more. */
  async close(signal = 'SIGQUIT') {
    this.server.kill(signal);
    await this.server.ended;
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
