import { join } from 'node:path'
import { SmallDisk } from '../lib/disk.mjs'
import { sleep, until } from '../lib/processes.mjs'
import { World } from '../lib/world.mjs'

export const title = 'The file system under PostgreSQL is full (tmpfs), under load; then there is room again'

export async function run(trial) {
  const whole = trial.world
  const disk = await SmallDisk.mount(join(whole.folder, 'small-postgres'), 320)
  const world = new World(trial.results, 'full-')
  try {
    await world.up({ folder: join(disk.folder, 'cluster'), settings: ['max_wal_size=48MB', 'min_wal_size=32MB', 'wal_recycle=off'] })
    trial.world = world
    await trial.underLoad(async load => {
      disk.fill(1 << 20)
      trial.log(`${disk.free} bytes are left`)
      await until('checks are refused', async () => load.refused > 0, 60_000)
      trial.log(`full after ${load.answered} answers`)
      await sleep(6000)
      trial.log(`PostgreSQL ${world.database.server.isRunning ? 'runs' : 'has ended'}`)
      disk.clear()
      const cleared = performance.now()
      await until('PostgreSQL accepts connections', () => world.database.accepts(), 60_000)
      await Promise.all(world.nodes.map(n => until(`${n.name} is ready`, () => n.isReady(), 60_000)))
      await sleep(6000)
      trial.recovers(load, cleared, 20_000, 'room again (PostgreSQL may have to recover first)')
    })
    trial.nodesStayed()
    await trial.keepsAnswered()
    await trial.keepsStore()
    await trial.keepsAudit()
    trial.figure('tmpfs of 320 MB filled')
  } finally {
    await world.down()
    trial.world = whole
    await disk.unmount()
  }
}
