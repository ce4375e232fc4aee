import { sleep, until } from '../lib/processes.mjs'

export const title = 'PostgreSQL is killed (kill -9 of the postmaster) under load'

export async function run(trial) {
  const { database } = trial.world
  await trial.underLoad(async load => {
    await database.killHard()
    trial.log('the postmaster got SIGKILL')
    await until('PostgreSQL accepts connections', () => database.accepts())
    const up = performance.now()
    trial.log('PostgreSQL has recovered and accepts connections')
    await sleep(6000)
    trial.recovers(load, up, 6000, 'PostgreSQL up again')
  })
  await trial.keepsAnswered()
  await trial.keepsStore()
  trial.nodesStayed()
}
