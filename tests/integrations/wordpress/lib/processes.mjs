// Starts and ends what the tests need, each in a process group of its own.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import net from 'node:net';

const running = new Set();

export function start(name, command, args, { env = {}, cwd, log }) {
  const out = openSync(log, 'a');
  const child = spawn(command, args, { env: { ...process.env, ...env }, cwd, detached: true, stdio: ['ignore', out, out] });
  const entry = { name, child, ended: new Promise((done) => child.once('exit', done)) };
  child.once('error', (error) => console.error(`${name}: ${error.message}`));
  child.once('exit', () => running.delete(entry));
  running.add(entry);
  return entry;
}

export async function stop(entry, signal = 'SIGTERM') {
  if (!entry || entry.child.exitCode !== null || entry.child.signalCode !== null) return;
  try { process.kill(-entry.child.pid, signal); } catch { /* gone already */ }
  const late = setTimeout(() => { try { process.kill(-entry.child.pid, 'SIGKILL'); } catch { /* gone already */ } }, 5000);
  await entry.ended;
  clearTimeout(late);
}

export async function stopAll() {
  await Promise.all([...running].map((entry) => stop(entry)));
}

process.once('exit', () => {
  for (const entry of running) {
    try { process.kill(-entry.child.pid, 'SIGKILL'); } catch { /* gone already */ }
  }
});

export function freePort() {
  return new Promise((done, fail) => {
    const server = net.createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

export async function until(what, holds, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  let last;
  while (Date.now() < end) {
    try {
      const value = await holds();
      if (value) return value;
    } catch (error) {
      last = error;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`Not within ${seconds} s: ${what}${last ? ` (${last.message})` : ''}`);
}
