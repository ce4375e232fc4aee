// A newsroom's CMS, many times: checks at a steady rate, each with an Idempotency-Key, sent again after Retry-After until it is answered. Every answered id goes
// into a file at once; what was answered must be there at the end.
import { randomUUID } from 'node:crypto'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { articles, request, wrong } from './answers.mjs'
import { sleep } from './processes.mjs'
import { key } from './service.mjs'

const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
const givesUp = 120_000
const sharedArticles = 20

export class Load {
  /** @param url a function: where checks go now. @param mayBeCut whether a connection may break, as it does without a balancer. */
  constructor({ url, file, rate = 60, senders = 12, mayBeCut = false }) {
    Object.assign(this, { url, file, rate, senders, mayBeCut, sent: 0, answered: 0, faults: [], refused: 0, stillRunning: 0, cut: 0, slowest: 0, versions: new Map(), answers: [] })
    writeFileSync(file, '', { flag: 'a' })
  }

  start() {
    this.running = true
    this.done = Promise.all(Array.from({ length: this.senders }, (_, i) => this.#send(i)))
    return this
  }

  /** Sends nothing new, and waits for what is under way. */
  async stop() {
    this.running = false
    await this.done
    return this
  }

  /** How long after a moment (performance.now()) the first check was sent that was answered at once; ms. */
  recoveredAfter(moment) {
    const first = this.answers.find(a => a.startedAt >= moment && a.tries === 1)
    return first ? first.at - moment : Infinity
  }

  /** The longest time since a moment in which nobody got an answer; ms. */
  longestPause(since, until = performance.now()) {
    const times = [since, ...this.answers.filter(a => a.at >= since && a.at <= until).map(a => a.at), until]
    return Math.max(...times.slice(1).map((t, i) => t - times[i]))
  }

  async #send(sender) {
    const pause = 1000 * this.senders / this.rate
    await sleep(pause * sender / this.senders)
    while (this.running) {
      const since = performance.now()
      await this.#one(this.sent++)
      await sleep(Math.max(0, pause - (performance.now() - since)))
    }
  }

  async #one(n) {
    const kind = articles[n % articles.length]
    // A part of the articles is saved again and again, by nodes at the same time.
    const body = JSON.stringify(request(kind, n, n % 5 === 1 ? `fleet-shared-${n % sharedArticles}` : `fleet-${n}-${randomUUID()}`))
    const idempotency = randomUUID()
    const startedAt = performance.now()
    for (let tries = 1; ; tries++) {
      const wait = await this.#try(kind, body, idempotency, startedAt, tries)
      if (wait === undefined) return
      if (performance.now() - startedAt > givesUp) return this.#fault(`check ${n} was not answered within ${givesUp / 1000} s`)
      await sleep(wait)
    }
  }

  /** @returns after how many ms to try again, or nothing. */
  async #try(kind, body, idempotency, startedAt, tries) {
    let response, text
    try {
      response = await fetch(this.url() + '/v1/checks', { method: 'POST', headers: { ...headers, 'idempotency-key': idempotency }, body, signal: AbortSignal.timeout(70_000) })
      text = await response.text()
    } catch (error) {
      this.cut++
      if (!this.mayBeCut) this.#fault(`a connection failed: ${error.cause?.message ?? error.message}`)
      return 300
    }
    const retryAfter = Number(response.headers.get('retry-after'))
    if (response.status === 503 && retryAfter > 0) { this.refused++; return Math.min(retryAfter, 2) * 1000 }
    if (response.status === 409 && retryAfter > 0) { this.stillRunning++; return retryAfter * 1000 }
    if (response.status !== 200) return this.#fault(`status ${response.status}, Retry-After ${retryAfter}: ${text.slice(0, 300)}`)
    this.#answered(kind, JSON.parse(text), startedAt, tries, idempotency)
  }

  #answered(kind, report, startedAt, tries, idempotency) {
    const fault = wrong(kind, report)
    if (fault) this.#fault('wrong label: ' + fault)
    this.answered++
    const at = performance.now()
    this.slowest = Math.max(this.slowest, at - startedAt)
    this.answers.push({ startedAt, at, tries })
    this.versions.set(report.ruleset.version, (this.versions.get(report.ruleset.version) ?? 0) + 1)
    appendFileSync(this.file, `${report.id} ${articles.indexOf(kind)} ${idempotency}\n`)
  }

  #fault(what) { if (this.faults.length < 50) this.faults.push(what) }

  get summary() {
    return `${this.answered} checks answered; ${this.refused} times 503 with Retry-After, ${this.stillRunning} times 409, ${this.cut} connections cut; slowest ${(this.slowest / 1000).toFixed(1)} s`
  }
}

/** Reads every id of a file again. @returns what is wrong with them. */
export async function lost(file, url) {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const faults = []
  const read = async () => {
    for (let line = lines.pop(); line; line = lines.pop()) {
      const [id, kind] = line.split(' ')
      const response = await fetch(`${url}/v1/checks/${id}`, { headers })
      if (response.status !== 200) { await response.body?.cancel(); faults.push(`${id}: status ${response.status}`); continue }
      const report = await response.json()
      const fault = report.id === id ? wrong(articles[kind], report) : `is ${report.id}`
      if (fault) faults.push(`${id}: ${fault}`)
    }
  }
  const count = lines.length
  await Promise.all(Array.from({ length: 12 }, read))
  return { count, faults }
}
