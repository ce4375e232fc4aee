// One node of the service, as an init system keeps it: what ends unasked is started again, and noted.
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { end, freePort, run, sleep, start, until } from './processes.mjs'

export const key = 'live_fleet00000000000000000000000000'

export class Service {
  /** @param store {provider, connectionString} */
  constructor({ name, folder, results, rules, store, env = {} }) {
    Object.assign(this, { name, folder, results, store, env, rulesFolder: join(folder, 'rules'), unasked: [] })
    mkdirSync(folder, { recursive: true })
    if (!existsSync(this.rulesFolder)) cpSync(rules, this.rulesFolder, { recursive: true })
  }

  get url() { return `http://127.0.0.1:${this.port}` }
  get pid() { return this.process.child.pid }

  async up(env = {}) {
    this.port ??= await freePort()
    this.wanted = true
    this.#launch(env)
    return until(`${this.name} is ready`, () => this.isReady(), 90_000)
  }

  #launch(env) {
    const settings = {
      ...process.env,
      Storage__Provider: this.store.provider, Storage__ConnectionString: this.store.connectionString, Rules__Path: this.rulesFolder, Bootstrap__ApiKey: key,
      Limits__TrustedProxies: '127.0.0.1/32', ...this.env, ...env,
    }
    const node = start(this.name, ['dotnet', join(process.env.SERVICE, 'LabelService.Web.dll'), '--urls', this.url], { env: settings, cwd: this.folder, log: join(this.results, `${this.name}.log`) })
    this.process = node
    node.ended.then(async how => {
      if (node.expectsEnd || !this.wanted) return
      this.unasked.push(how)
      await sleep(2000)
      if (this.wanted && this.process === node) this.#launch(env)
    })
  }

  async isReady() { return (await fetch(this.url + '/health/ready', { signal: AbortSignal.timeout(5000) })).status === 200 }

  /** The machine loses power: nothing is flushed, nobody is told. */
  async kill() { await end(this.process, 'SIGKILL') }

  /** What an operator or a rolling upgrade does; tells how it ended. */
  async stop() {
    this.wanted = false
    await end(this.process)
    return this.process.ended
  }

  async restart(env) { await this.stop(); return this.up(env) }

  /** What an operator asks after trouble: whether the audit still chains. Throws where it does not. */
  async verifyAudit() {
    const store = { Storage__Provider: this.store.provider, Storage__ConnectionString: this.store.connectionString, Rules__Path: this.rulesFolder }
    return run(['dotnet', join(process.env.LABELS, 'labels.dll'), 'audit', 'verify'], { env: store, cwd: this.folder })
  }

  async metrics() { return parse(await (await fetch(this.url + '/metrics', { signal: AbortSignal.timeout(5000) })).text()) }
}

/** Over all labels. */
export const total = (numbers, name) => [...numbers].filter(([k]) => k === name || k.startsWith(name + '{')).reduce((sum, [, n]) => sum + n, 0)

/** name{labels} → number */
export function parse(text) {
  const numbers = new Map()
  for (const line of text.split('\n')) {
    const found = /^([a-z0-9_]+(?:\{.*\})?) ([0-9.eE+-]+|NaN)(?: \d+)?$/.exec(line)
    if (found) numbers.set(found[1], Number(found[2]))
  }
  return numbers
}
