// The fleet: PostgreSQL, two nodes each with a cable to it, nginx in front. Started once for all scenarios that leave it whole.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startBalancer } from './balancer.mjs'
import { Postgres } from './postgres.mjs'
import { end, freePort, isRoot, run, start, until } from './processes.mjs'
import { Service } from './service.mjs'

const here = dirname(fileURLToPath(import.meta.url))
export const root = join(here, '..', '..', '..')
const rules = join(root, 'rules')

export class World {
  /** @param prefix before the names of its logs. */
  constructor(results, prefix = '') {
    Object.assign(this, { results, prefix })
    this.folder = mkdtempSync(join(tmpdir(), 'labels-fleet-run-'))
    this.nodes = []
    /** Nodes with stores of their own. */
    this.alone = []
    // PostgreSQL and nginx run as another user where the script is root.
    this.opened = isRoot ? run(['chmod', '755', this.folder]) : Promise.resolve()
  }

  /** @param folder where PostgreSQL keeps its data, where that is to be a file system of its own. */
  async up({ folder, settings = [], env = {} } = {}) {
    await this.opened
    this.database = await Postgres.start(folder ?? join(this.folder, 'postgres'), join(this.results, `${this.prefix}postgres.log`), settings)
    await this.database.makeDatabase('labels')
    // Links of labels are part of the version of the rules, so all nodes must name the same.
    this.env = { Labels__PublicUrl: 'http://labels.example.org', ...env }
    for (const name of ['node-1', 'node-2']) this.nodes.push(await this.#node(this.prefix + name))
    await Promise.all(this.nodes.map(n => n.up()))
    this.balancer = await startBalancer(join(this.folder, 'nginx'), join(root, 'src/operations/nginx.conf'), this.nodes, join(this.results, `${this.prefix}nginx.log`))
    return this
  }

  get url() { return this.balancer.url }

  async #node(name) {
    const port = await freePort()
    const cable = start(`cable of ${name}`, ['node', join(here, 'cable.mjs'), String(port), String(this.database.port)])
    await until('the cable is there', async () => { await run(['bash', '-c', `exec 3<>/dev/tcp/127.0.0.1/${port}`]); return true }, 10_000)
    const node = new Service({ name, folder: join(this.folder, name), results: this.results, rules, env: this.env, store: { provider: 'postgres', connectionString: this.database.connectionString(port) } })
    node.cable = { cut: () => cable.child.kill('SIGSTOP'), mend: () => cable.child.kill('SIGCONT') }
    return node
  }

  /** A node that works on sweeps and answers no requests, beside the balancer; to be ended by whoever made it. */
  async worker(name) {
    const worker = await this.#node(this.prefix + name)
    worker.env = { ...worker.env, Roles: 'worker', Sweeps__Workers: '2', Sweeps__ConfirmAbove: '1000000' }
    return worker
  }

  /** A node without balancer and siblings, on SQLite. */
  single(name, store, env = {}) {
    const folder = join(this.folder, name)
    mkdirSync(folder, { recursive: true })
    const node = new Service({ name, folder, results: this.results, rules, env: { Labels__PublicUrl: 'http://labels.example.org', ...env }, store: { provider: 'sqlite', connectionString: `Data Source=${store ?? join(folder, 'labels.db')}` } })
    this.alone.push(node)
    return node
  }

  /** Rows that no answer knows of are fine; two for one key are not. */
  async doubles() {
    return this.database.ask(`SELECT count(*) FROM "checks" c WHERE NOT EXISTS (SELECT FROM "idempotency" i WHERE i."CheckId" = c."Id")`)
  }

  async down() {
    if (this.balancer) await end(this.balancer.server, 'SIGTERM', 5000)
    const all = [...this.nodes, ...this.alone]
    for (const node of all) { node.cable?.mend(); node.wanted = false }
    await Promise.all(all.filter(n => n.process).map(n => end(n.process, 'SIGINT', 20_000)))
    await this.database?.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
