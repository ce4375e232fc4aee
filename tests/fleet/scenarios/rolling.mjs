import { sleep } from '../lib/processes.mjs'

export const title = 'A rolling upgrade: one node after the other ends and comes anew, under load'

export async function run(trial) {
  const load = await trial.underLoad(async () => {
    for (const node of trial.world.nodes) {
      await node.restart()
      trial.log(`${node.name} is ready again`)
      // An init system or orchestrator goes on when the node is ready; the balancer may not have noticed yet.
      await sleep(1000)
    }
  }, { rate: 100 })
  trial.expect(load.refused + load.cut + load.stillRunning === 0, `${load.refused + load.stillRunning} requests were refused and ${load.cut} cut`)
  await trial.keepsAnswered()
  await trial.keepsStore()
}
