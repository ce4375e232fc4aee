import { sleep, until } from '../lib/processes.mjs'

export const title = 'A node is cut off from the database (packets dropped, no connection closed), then mended; three times'
const rounds = 3

export async function run(trial) {
  const [, node] = trial.world.nodes
  // At this rate the node is mostly within a transaction when the cable is cut, and holds the lock for which the other waits.
  await trial.underLoad(async load => {
    for (let round = 1; round <= rounds; round++) {
      const cut = performance.now()
      node.cable.cut()
      trial.log('the cable of node-2 is cut')
      const said = await until('the node says that it is not ready', async () => !(await node.isReady()), 20_000)
      await sleep(Math.max(0, 18_000 - said))
      trial.goesOn(load, cut, 16_000, `cut ${round}, /health/ready said 503 after ${(said / 1000).toFixed(1)} s`)
      const refused = await fetch(node.url + '/health/ready')
      trial.expect(refused.status === 503, `the cut node is ready: ${refused.status}`)
      node.cable.mend()
      const mended = await until('the mended node is ready', () => node.isReady(), 40_000)
      trial.figure(`mended, the node was ready after ${(mended / 1000).toFixed(1)} s`)
      await sleep(3000)
    }
  }, { rate: 150, senders: 24 })
  await trial.keepsAnswered()
  await trial.keepsStore()
  trial.nodesStayed()
}
