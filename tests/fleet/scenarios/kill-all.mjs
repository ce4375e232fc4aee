import { sleep } from '../lib/processes.mjs'

export const title = 'Both nodes are killed at once under load, PostgreSQL stays'

export async function run(trial) {
  const { nodes } = trial.world
  await trial.underLoad(async load => {
    await Promise.all(nodes.map(n => n.kill()))
    trial.log('both nodes got SIGKILL')
    await sleep(2000)
    await Promise.all(nodes.map(n => n.up()))
    const up = performance.now()
    await sleep(8000)
    // The proxy leaves a server that failed alone for two seconds.
    trial.recovers(load, up, 8000, 'both nodes up again')
  })
  await trial.keepsAnswered()
  await trial.keepsStore()
}
