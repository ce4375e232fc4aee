// A PostgreSQL of the run's own: a new cluster in a folder, durable as in earnest.
import { readdirSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { end, find, freePort, isRoot, run, sleep, start, until } from './processes.mjs'

const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort((a, b) => b - a) : []
const programs = find([...versions.map(v => `/usr/lib/postgresql/${v}/bin`), '/usr/local/pgsql/bin', '/usr/local/bin'].filter(f => existsSync(join(f, 'initdb'))))

export class Postgres {
  /** @param folder the cluster is made in it; it may be a small file system. */
  static async start(folder, log, settings = []) {
    const it = new Postgres()
    Object.assign(it, { folder, log, settings, port: await freePort(), data: join(folder, 'data') })
    mkdirSync(folder, { recursive: true })
    if (isRoot) await run(['chown', 'postgres', folder])
    const environment = { LC_ALL: 'C', TZ: 'UTC' }
    await run([join(programs, 'initdb'), `--pgdata=${it.data}`, '--username=labels', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'], { asServerUser: true, env: environment, cwd: folder })
    await it.up()
    return it
  }

  get socketFolder() { return this.folder }

  /** Starts the server, and starts it again whenever it ends unasked, as an init system does. */
  async up(within = 60_000) {
    this.wanted = true
    this.#launch()
    return until('PostgreSQL accepts connections', () => this.accepts(), within)
  }

  #launch() {
    const command = [join(programs, 'postgres'), '-D', this.data, '-p', String(this.port), '-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${this.socketFolder}`, '-c', 'max_connections=200', ...this.settings.flatMap(s => ['-c', s])]
    const server = start('postgres', command, { asServerUser: true, log: this.log, cwd: this.folder, env: { LC_ALL: 'C', TZ: 'UTC' } })
    this.server = server
    server.ended.then(async () => {
      // After a kill -9 children hold the shared memory for a moment; the next start is refused until they are gone.
      await sleep(500)
      if (this.wanted && this.server === server) this.#launch()
    })
  }

  async accepts() {
    await run([join(programs, 'pg_isready'), '-q', '-h', this.socketFolder, '-p', String(this.port)])
    return true
  }

  /** A restart as by an init system. The server comes up by itself. */
  async restartFast() { this.server.child.kill('SIGINT'); await this.server.ended }

  async killHard() { this.server.child.kill('SIGKILL'); await this.server.ended }

  async stop() {
    this.wanted = false
    await end(this.server, 'SIGINT', 20_000)
  }

  async makeDatabase(name) { await this.ask(`CREATE DATABASE ${name}`, 'postgres') }

  async ask(sql, database = 'labels') {
    return run([join(programs, 'psql'), '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-h', this.socketFolder, '-p', String(this.port), '-U', 'labels', '-d', database, '-c', sql])
  }

  connectionString(port = this.port) { return `Host=127.0.0.1;Port=${port};Database=labels;Username=labels;Maximum Pool Size=40` }
}
