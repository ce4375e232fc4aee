import { readFileSync, readdirSync } from 'node:fs'
import { articles, request, wrong } from '../lib/answers.mjs'
import { sleep } from '../lib/processes.mjs'
import { key, total } from '../lib/service.mjs'

export const title = 'A fixed rate below saturation: latency, memory and handles (tests/fleet/soak.sh)'
const [seconds, rate] = (process.env.SOAK ?? '60 40').split(' ').map(Number)

/** What a node holds: as the kernel says, and as its runtime says at /metrics. */
async function holdings(node) {
  const status = readFileSync(`/proc/${node.pid}/status`, 'utf8')
  const numbers = await node.metrics()
  return {
    residentMb: Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024,
    heapMb: total(numbers, 'dotnet_gc_last_collection_heap_size_bytes') / 2 ** 20,
    handles: readdirSync(`/proc/${node.pid}/fd`).length,
    threads: Number(/Threads:\s+(\d+)/.exec(status)[1]),
  }
}

const shown = h => `${h.residentMb.toFixed(0)} MB resident, ${h.heapMb.toFixed(0)} MB managed, ${h.handles} handles, ${h.threads} threads`
const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]

/** Sends at fixed moments, whatever became of those before: a slow answer delays nobody and hides nothing. */
async function send(url, from, until, onDone) {
  const open = new Set()
  for (let n = 0; ; n++) {
    const due = from + n * 1000 / rate
    if (due >= until) break
    await sleep(Math.max(0, due - performance.now()))
    const kind = articles[n % articles.length]
    const one = fetch(url + '/v1/checks', {
      method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(request(kind, n, `soak-${n % 20_000}`)),
    }).then(async r => onDone(r.status === 200 ? wrong(kind, await r.json()) : `status ${r.status}`, performance.now() - due), e => onDone(String(e), 0)).finally(() => open.delete(one))
    open.add(one)
  }
  await Promise.all(open)
}

export async function run(trial) {
  const { nodes, url } = trial.world
  // Code is compiled by use, and pools fill: what is flat is seen after that.
  const warmUp = Math.min(60, Math.max(15, seconds / 4)) * 1000
  await send(url, performance.now(), performance.now() + warmUp, () => { })
  const [times, errors, seen] = [[], [], []]
  const look = async when => { for (const node of nodes) { const h = await holdings(node); seen.push({ when, node, h }); trial.figure(`${when.padEnd(6)} ${node.name}: ${shown(h)}`) } }
  trial.figure(`${rate} checks a second for ${seconds} s, each stored, after ${warmUp / 1000} s of warming up`)
  await look('start')
  const from = performance.now()
  const middle = sleep(seconds * 500).then(() => look('middle'))
  await send(url, from, from + seconds * 1000, (fault, ms) => fault ? errors.push(fault) : times.push(ms))
  await middle
  await look('end')
  times.sort((a, b) => a - b)
  trial.figure(`${times.length} answered, ${errors.length} errors; p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms, p99.9 ${quantile(times, 0.999).toFixed(1)} ms, slowest ${times.at(-1).toFixed(0)} ms`)
  trial.expect(errors.length === 0, `errors: ${errors.slice(0, 3)}`)
  for (const node of nodes) {
    const [start, , end] = seen.filter(s => s.node === node).map(s => s.h)
    trial.expect(end.residentMb < start.residentMb * 1.25 + 40, `${node.name} grew from ${start.residentMb.toFixed(0)} to ${end.residentMb.toFixed(0)} MB`)
    trial.expect(end.handles < start.handles + 60, `${node.name} went from ${start.handles} to ${end.handles} handles`)
  }
}
