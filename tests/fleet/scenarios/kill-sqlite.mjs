import { sleep } from '../lib/processes.mjs'

export const title = 'One node on SQLite is killed under load, twice'

export async function run(trial) {
  const node = trial.world.single('sqlite')
  await node.up()
  await trial.underLoad(async load => {
    for (let round = 0; round < 2; round++) {
      await sleep(2000)
      await node.kill()
      trial.log(`SIGKILL after ${load.answered} answers`)
      await node.up()
      const up = performance.now()
      await sleep(2000)
      trial.recovers(load, up, 3000, 'the node up again')
    }
  }, { url: () => node.url, mayBeCut: true, rate: 150 })
  await trial.keepsAnswered(node.url)
  await trial.keepsAudit(node)
  await node.stop()
}
