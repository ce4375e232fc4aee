import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sleep, until } from '../lib/processes.mjs'

export const title = 'Rules change on one node before the other: every answer names its version, the difference is seen, and settles'

const version = async node => (await (await fetch(node.url + '/health/ready')).json()).ruleset
/** As the alert LabelServiceNodesDiffer counts. */
const seen = async nodes => new Set((await Promise.all(nodes.map(n => n.metrics()))).flatMap(m => [...m.keys()].filter(k => k.startsWith('labelservice_ruleset_info')).map(k => /version="([^"]+)"/.exec(k)[1])))

function change(node) {
  const file = join(node.rulesFolder, 'packs/any-article/pack.yaml')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/^version: .*/m, 'version: 2099.01'))
  return () => writeFileSync(file, text)
}

export async function run(trial) {
  const { nodes } = trial.world
  const [before, same] = await Promise.all(nodes.map(version))
  trial.expect(before === same, 'the nodes begin with different rules')
  const restore = []
  let after
  try {
    const load = await trial.underLoad(async () => {
      restore.push(change(nodes[0]))
      const took = await until('node-1 has the new rules', async () => (after = await version(nodes[0])) !== before, 10_000)
      trial.figure(`node-1 took the changed file after ${(took / 1000).toFixed(1)} s`)
      await sleep(2000)
      trial.expect((await seen(nodes)).size === 2, 'the metrics do not show two versions')
      trial.expect(await version(nodes[1]) === before, 'node-2 has rules that nobody gave it')
      restore.push(change(nodes[1]))
      await until('the nodes agree', async () => (await version(nodes[1])) === after, 10_000)
      await until('the metrics show one version', async () => (await seen(nodes)).size === 1, 10_000)
      await sleep(1000)
    })
    trial.figure(`answers by version: ${[...load.versions].map(([v, n]) => `${v.slice(0, 14)}… ${n}`).join(', ')}`)
    trial.expect([...load.versions.keys()].every(v => v === before || v === after) && load.versions.size === 2, 'answers name other versions')
    trial.expect(load.refused === 0, `${load.refused} requests were refused`)
    await trial.keepsAnswered()
  } finally {
    for (const put of restore) put()
    await until('the nodes have their first rules again', async () => (await Promise.all(nodes.map(version))).every(v => v === before), 10_000)
  }
}
