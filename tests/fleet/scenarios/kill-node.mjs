import { sleep } from '../lib/processes.mjs'
import { total } from '../lib/service.mjs'

export const title = 'A node is killed under load and started anew'

export async function run(trial) {
  const [, node] = trial.world.nodes
  await trial.underLoad(async load => {
    const killed = performance.now()
    await node.kill()
    trial.log('node-2 got SIGKILL')
    await sleep(3000)
    trial.goesOn(load, killed, 3000, 'one node killed')
    trial.figure(`node-2 was ready again after ${((await node.up()) / 1000).toFixed(1)} s`)
    await sleep(2000)
  })
  await trial.keepsAnswered()
  await trial.keepsStore()
  trial.expect(total(await node.metrics(), 'labelservice_ruleset_loaded') === 1, 'the new node has no rules')
}
