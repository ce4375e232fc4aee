// What a scenario has at hand, and what it is held to.
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { Load, lost } from './load.mjs'
import { sleep } from './processes.mjs'

/** Thrown where this machine lacks what a scenario needs: said aloud, and a failure with CI=true. */
export class CannotRun extends Error {}

export class Trial {
  constructor(name, results, world) {
    Object.assign(this, { name, results, world, faults: [], figures: [], loads: [] })
    this.since = performance.now()
  }

  log(line) { appendFileSync(join(this.results, `${this.name}.log`), `${((performance.now() - this.since) / 1000).toFixed(2).padStart(7)} s  ${line}\n`) }

  /** For the summary. */
  figure(line) { this.figures.push(line); this.log(line) }

  expect(holds, what) { if (!holds) { this.faults.push(what); this.log('NOT SO: ' + what) } }

  /** Runs `steps` while checks are sent, and holds the load to its promises. */
  async underLoad(steps, options = {}) {
    const load = new Load({ url: () => this.world.url, file: join(this.results, `${this.name}.ids`), ...options })
    this.loads.push(load)
    load.start()
    await sleep(2000)
    try {
      await steps(load)
      await sleep(2000)
    } finally {
      await load.stop()
    }
    this.figure(load.summary)
    this.expect(load.answered > 0, 'no check was answered at all')
    for (const fault of load.faults) this.expect(false, fault)
    return load
  }

  recovers(load, moment, within, what) {
    const took = load.recoveredAfter(moment)
    this.figure(`${what}: the next check answered at its first try after ${(took / 1000).toFixed(1)} s (asked: ${within / 1000} s)`)
    this.expect(took <= within, `${what}: not well within ${within / 1000} s`)
  }

  /** While something is broken, others answer. */
  goesOn(load, moment, within, what) {
    const pause = load.longestPause(moment)
    this.figure(`${what}: for ${(pause / 1000).toFixed(1)} s nobody got an answer (asked: at most ${within / 1000} s)`)
    this.expect(pause <= within, `${what}: nobody got an answer for more than ${within / 1000} s`)
  }

  /** Every answered check of this trial is there as it was answered. */
  async keepsAnswered(url = this.world.url) {
    const { count, faults } = await lost(join(this.results, `${this.name}.ids`), url)
    this.figure(`${count} answered checks read again, ${faults.length} lost or other`)
    for (const fault of faults.slice(0, 20)) this.expect(false, 'lost: ' + fault)
  }

  async keepsStore() {
    const doubles = await this.world.doubles()
    this.expect(doubles === '0', `${doubles} checks were stored beside the one that their Idempotency-Key gave`)
  }

  async keepsAudit(node = this.world.nodes[0]) {
    this.figure(`labels audit verify: ${(await node.verifyAudit()).split('\n').at(-1)}`)
  }

  nodesStayed(nodes = this.world.nodes) {
    for (const node of nodes) {
      this.expect(node.unasked.length === 0, `${node.name} ended by itself: ${node.unasked.join(', ')}`)
      node.unasked.length = 0
    }
  }
}
