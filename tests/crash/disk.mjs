// A small disk of its own whose power can be cut: ext4 in a file, on a loop device.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const run = (program, ...options) =>
  execFileSync(program, options, { stdio: ['ignore', 'ignore', 'pipe'] });

export class Disk {
  /** `folder` must not be on a disk that loses power with this one. */
  constructor(folder, megabytes = 512) {
    this.image = join(folder, 'disk.img');
    this.path = join(folder, 'disk');
    mkdirSync(this.path, { recursive: true });
    rmSync(this.image, { force: true });
    run('truncate', '-s', `${megabytes}M`, this.image);
    run('mkfs.ext4', '-q', '-F', this.image);
    this.mount();
  }

  mount() {
    run('mount', '-o', 'loop', this.image, this.path);
    this.mounted = true;
  }

  sync() {
    run('sync', '-f', this.path);
  }

  /**
   * From this moment nothing more reaches the disk: what was not synced is lost, the journal's
   * unwritten part with it. Programs that run on it get I/O errors until they are ended.
   */
  cut() {
    run('xfs_io', '-x', '-c', 'shutdown', this.path);
  }

  /** The power comes back: the disk is mounted again and its journal replayed. */
  recover() {
    this.remove();
    this.mount();
  }

  remove() {
    if (this.mounted) run('umount', this.path);
    this.mounted = false;
  }
}
