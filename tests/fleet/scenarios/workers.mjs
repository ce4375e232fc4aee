// A register changes, and two workers share the sweep over an archive.
import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run as runCommand, sleep, until } from '../lib/processes.mjs'
import { key } from '../lib/service.mjs'

export const title = 'Two workers share a sweep; each is killed in the middle, and so is PostgreSQL: no article is skipped, none told of twice'
const articles = 12_000
const paper = 'The Quiet Harbour Herald'
const row = `fleet:quiet,media,${paper},${paper},,,,,,,2021-01-01,,,,\n`

const headers = { Authorization: `Bearer ${key}` }
const id = n => `sweep-${String(n).padStart(5, '0')}`

export async function run(trial) {
  const { world } = trial
  await Promise.all(world.nodes.map(node => node.restart({ Roles: 'web' })))
  const workers = [await world.worker('worker-1'), await world.worker('worker-2')]
  await Promise.all(workers.map(worker => worker.up()))
  trial.expect((await fetch(`${workers[0].url}/v1/key`, { headers })).status === 503, 'a worker answers requests')
  try {
    await takeIn(trial, world.nodes[0])
    for (const node of [...world.nodes, ...workers]) appendFileSync(join(node.rulesFolder, 'registries', 'ru-foreign-agents.csv'), row)
    const changed = performance.now()
    await until('the sweep applies', async () => (await newest(world)).applied > articles / 12, 120_000)
    trial.figure(`the first ${Math.round(articles / 12)} articles were changed ${((performance.now() - changed) / 1000).toFixed(1)} s after the register`)
    await kill(trial, workers[0])
    await until('it goes on', async () => (await newest(world)).applied > articles / 5, 120_000)
    await kill(trial, workers[1])
    await until('it goes on', async () => (await newest(world)).applied > articles / 3, 120_000)
    await world.database.killHard()
    await until('PostgreSQL accepts connections', () => world.database.accepts())
    trial.log('PostgreSQL was killed, and is up again')
    await until('the sweep is done', async () => (await newest(world)).finishedAt, 240_000)
    const sweep = await newest(world)
    trial.figure(`done ${((performance.now() - changed) / 1000).toFixed(1)} s after the register: ${sweep.candidates} candidates of ${sweep.articles}, ${sweep.counts.changed} changed`)
    const told = (await changes(world)).filter(name => name.startsWith('sweep-'))
    const wanted = Array.from({ length: articles / 2 }, (_, i) => id(i * 2))
    trial.expect(told.length === wanted.length && new Set(told).size === wanted.length && wanted.every(name => told.includes(name)),
      `${told.length} told, ${new Set(told).size} of them different, instead of ${wanted.length} once each`)
    trial.figure(`${told.length} articles told of once each; none other`)
    trial.nodesStayed([...world.nodes, ...workers])
  } finally {
    for (const worker of workers) await worker.stop()
    await Promise.all(world.nodes.map(node => node.restart({ Roles: 'web,worker' })))
  }
}

async function kill(trial, worker) {
  await worker.kill()
  trial.log(`${worker.name} got SIGKILL`)
  await sleep(1000)
  await worker.up()
}

/** Every second article has the paper as its source. */
async function takeIn(trial, node) {
  const file = join(trial.results, 'archive.ndjson')
  writeFileSync(file, Array.from({ length: articles }, (_, n) => JSON.stringify({
    externalId: id(n), language: 'en', title: 'A bridge is opened', body: `The bridge over bay ${n} was opened on Monday.\n\nSource: ${n % 2 === 0 ? paper : 'Nobody'}`,
  })).join('\n') + '\n')
  const env = { Storage__Provider: 'postgres', Storage__ConnectionString: node.store.connectionString, ...node.env }
  const said = await runCommand(['dotnet', join(process.env.LABELS, 'labels.dll'), 'archive', 'import', file, '--rules', node.rulesFolder], { env, cwd: node.folder })
  trial.figure(said.split('\n').at(-1))
}

async function newest(world) {
  const { sweeps } = await (await fetch(`${world.url}/v1/sweeps`, { headers, signal: AbortSignal.timeout(5000) })).json()
  return sweeps.find(s => s.cause.added.some(e => e.id === 'fleet:quiet')) ?? { applied: 0 }
}

async function changes(world) {
  const told = []
  for (let cursor = '0', more = true; more;) {
    const page = await (await fetch(`${world.url}/v1/changes?since=${cursor}&type=labels.changed&limit=200`, { headers })).json()
    told.push(...page.events.map(e => e.externalId ?? ''))
    ;({ cursor, more } = page)
  }
  return told
}
