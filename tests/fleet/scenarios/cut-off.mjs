import { sleep, until } from '../lib/processes.mjs'

export const title = 'A node is cut off from the database (packets dropped, no connection closed), then mended'

export async function run(trial) {
  const [, node] = trial.world.nodes
  await trial.underLoad(async load => {
    const cut = performance.now()
    node.cable.cut()
    trial.log('the cable of node-2 is cut')
    const said = await until('the node says that it is not ready', async () => !(await node.isReady()), 20_000)
    trial.figure(`/health/ready of the cut node said 503 after ${(said / 1000).toFixed(1)} s`)
    await sleep(Math.max(0, 20_000 - said))
    trial.recovers(load, cut, 12_000, 'one node cut off')
    const refused = await fetch(node.url + '/health/ready')
    trial.expect(refused.status === 503, `the cut node is ready: ${refused.status}`)
    node.cable.mend()
    const mended = await until('the mended node is ready', () => node.isReady(), 40_000)
    trial.figure(`mended, the node was ready after ${(mended / 1000).toFixed(1)} s`)
    await sleep(3000)
  })
  await trial.keepsAnswered()
  await trial.keepsStore()
  trial.nodesStayed()
}
