// Processes that a run starts, and that end with it.
import { spawn } from 'node:child_process'
import { createWriteStream, existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { userInfo } from 'node:os'

export const isRoot = process.getuid() === 0
export const sleep = ms => new Promise(resolve => setTimeout(resolve, ms))
const running = new Set()

/** Servers refuse to be root, or should: they run as this user then. */
export const serverUser = isRoot ? 'postgres' : userInfo().username
const asServer = isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', '--'] : []

/** @returns {{child, ended: Promise<string>, isRunning: boolean}} */
export function start(name, command, { log, env = {}, cwd, asServerUser = false, stdin = 'ignore' } = {}) {
  const [program, ...rest] = asServerUser ? [...asServer, ...command] : command
  const child = spawn(program, rest, { cwd, env: { ...process.env, ...env }, stdio: [stdin, 'pipe', 'pipe'] })
  const file = log && createWriteStream(log, { flags: 'a' })
  for (const stream of [child.stdout, child.stderr]) file ? stream.on('data', d => file.write(d)) : stream.resume()
  const it = { name, child, isRunning: true, expectsEnd: false }
  it.ended = new Promise(resolve => {
    child.on('error', error => { it.isRunning = false; resolve(String(error)) })
    child.on('exit', (code, signal) => { it.isRunning = false; running.delete(it); resolve(signal ?? `code ${code}`) })
    // Children of a killed server write on for a moment.
    child.on('close', () => file?.end())
  })
  running.add(it)
  return it
}

/** Ends a process; one that was told so and hangs is killed. */
export async function end(it, signal = 'SIGTERM', within = 40_000) {
  it.expectsEnd = true
  if (!it.isRunning) return
  it.child.kill(signal)
  const late = setTimeout(() => it.child.kill('SIGKILL'), within)
  await it.ended
  clearTimeout(late)
}

export async function run(command, options = {}) {
  const it = start(command[0], command, { ...options, log: undefined })
  let out = ''
  for (const stream of [it.child.stdout, it.child.stderr]) stream.on('data', d => { out += d })
  if (options.input !== undefined) it.child.stdin.end(options.input)
  const how = await it.ended
  if (how !== 'code 0') throw new Error(`${command.join(' ')}: ${how}\n${out}`)
  return out.trim()
}

/** The last resort: nothing outlives the run. */
process.on('exit', () => { for (const it of running) { it.child.kill('SIGCONT'); it.child.kill('SIGKILL') } })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))

export async function freePort() {
  const server = createServer()
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise(resolve => server.close(resolve))
  return port
}

/** Waits until something holds; tells how long it took, in ms. */
export async function until(what, holds, within = 60_000) {
  const since = performance.now()
  for (;;) {
    if (await holds().catch(() => false)) return performance.now() - since
    if (performance.now() - since > within) throw new Error(`not within ${within / 1000} s: ${what}`)
    await sleep(50)
  }
}

export const find = paths => paths.find(existsSync)
