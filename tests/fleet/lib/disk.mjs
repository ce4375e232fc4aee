// A file system of a few megabytes, and a file that fills it.
import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { isRoot, run } from './processes.mjs'
import { CannotRun } from './trial.mjs'

export class SmallDisk {
  static async mount(folder, megabytes) {
    mkdirSync(folder, { recursive: true })
    if (!isRoot) throw new CannotRun('a small file system can be mounted by root alone')
    await run(['mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=777`, 'tmpfs', folder]).catch(error => { throw new CannotRun(`no file system can be mounted here: ${error.message}`) })
    const disk = Object.assign(new SmallDisk(), { folder, ballast: join(folder, 'ballast'), isMounted: true })
    process.on('exit', () => { if (disk.isMounted) spawnSync('umount', ['-l', folder]) })
    return disk
  }

  get free() { const { bavail, bsize } = statfsSync(this.folder); return bavail * bsize }

  /** Takes all but so many bytes. */
  fill(leave = 0) {
    const file = openSync(this.ballast, 'a')
    try {
      for (let left = this.free - leave; left > 0; left = this.free - leave) writeSync(file, Buffer.alloc(Math.min(left, 1 << 20)))
    } catch (error) {
      if (error.code !== 'ENOSPC') throw error
    } finally {
      closeSync(file)
    }
  }

  clear() { rmSync(this.ballast, { force: true }) }

  async unmount() { await run(['umount', '-l', this.folder]); this.isMounted = false }
}
