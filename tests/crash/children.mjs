// The programs that a cycle starts; whatever happens, none outlives it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const running = new Set();

/** Like spawn; `child.ended` is fulfilled when it has gone. */
export function start(program, options, how) {
  const child = spawn(program, options, how);
  running.add(child);
  child.ended = once(child, 'exit').then(() => running.delete(child));
  return child;
}

export async function endAll() {
  const ended = [...running].map((child) => child.ended);
  running.forEach((child) => child.kill('SIGKILL'));
  await Promise.all(ended);
}
