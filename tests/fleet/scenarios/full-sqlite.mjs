import { join } from 'node:path'
import { SmallDisk } from '../lib/disk.mjs'
import { sleep, until } from '../lib/processes.mjs'

export const title = 'The file system under SQLite is full (tmpfs), under load; then there is room again'

export async function run(trial) {
  const folder = join(trial.world.folder, 'small')
  const disk = await SmallDisk.mount(folder, 64)
  const node = trial.world.single('small-sqlite', join(folder, 'labels.db'))
  try {
    await node.up()
    await trial.underLoad(async load => {
      disk.fill(256 << 10)
      trial.log(`${disk.free} bytes are left`)
      await until('the node refuses', async () => load.refused > 0, 30_000)
      trial.log(`full after ${load.answered} answers`)
      const ready = await until('/health/ready says 503', async () => !(await node.isReady()), 10_000)
      await sleep(4000)
      disk.clear()
      const cleared = performance.now()
      trial.figure(`tmpfs of 64 MB filled: refused with 503, /health/ready said so after ${(ready / 1000).toFixed(1)} s`)
      await until('the node is ready', () => node.isReady(), 10_000)
      await sleep(4000)
      trial.recovers(load, cleared, 5000, 'room again')
    }, { url: () => node.url })
    trial.nodesStayed([node])
    await trial.keepsAnswered(node.url)
    await trial.keepsAudit(node)
  } finally {
    if (node.process) await node.stop()
    await disk.unmount()
  }
}
