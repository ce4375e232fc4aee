import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { find, sleep, until } from '../lib/processes.mjs'
import { total } from '../lib/service.mjs'
import { CannotRun } from '../lib/trial.mjs'

export const title = 'The clock of one node is put back by two hours and by twenty under load, and forward again'
const library = ['/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1', '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1', '/usr/lib/faketime/libfaketimeMT.so.1']

const clock = async node => {
  const response = await fetch(node.url + '/health/live')
  await response.body.cancel()
  return new Date(response.headers.get('date')) - Date.now()
}

export async function run(trial) {
  const faketime = find(library)
  if (!faketime) throw new CannotRun('libfaketime is missing; as root: apt-get install faketime')
  const [, node] = trial.world.nodes
  const file = join(node.folder, 'clock')
  writeFileSync(file, '+0\n')
  // The monotonic clock stays as it is, and so do the times of files, as where somebody sets a machine's clock.
  await node.restart({ LD_PRELOAD: faketime, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1', NO_FAKE_STAT: '1', FAKETIME_FORCE_MONOTONIC_FIX: '0' })
  try {
    const load = await trial.underLoad(async load => {
      for (const [name, offset] of [['two hours back', -7200], ['twenty hours back', -72_000], ['right again', 0]]) {
        const answered = load.answered
        writeFileSync(file, `${offset < 0 ? '' : '+'}${offset}\n`)
        const set = performance.now()
        await until('the runtime sees the other clock', async () => Math.abs(await clock(node) - offset * 1000) < 5000, 5000)
            .catch(() => { throw new CannotRun('.NET does not see the clock that libfaketime shows it') })
        await sleep(6000)
        const ready = await fetch(node.url + '/health/ready')
        trial.expect(ready.status === 200, `${name}: /health/ready says ${ready.status} ${await ready.text()}`)
        trial.log(`labelservice_clock_ahead_seconds ${total(await node.metrics(), 'labelservice_clock_ahead_seconds')}`)
        trial.goesOn(load, set, 3000, `clock ${name}`)
        trial.log(`${name}: ${load.answered - answered} answers`)
      }
      trial.figure('.NET reads the clock through libfaketime: the header Date of the node moved with it')
    })
    trial.expect(load.refused === 0, `${load.refused} requests were refused`)
  } finally {
    await node.restart()
  }
  await trial.keepsAnswered()
  await trial.keepsStore()
  const order = await trial.world.database.ask(`SELECT count(*), max("Seq") - min("Seq") + 1, count(DISTINCT "Seq") FROM "audit"`)
  const [rows, span, distinct] = order.split('|').map(Number)
  trial.expect(rows === span && rows === distinct, `the audit has ${rows} rows in ${span} places`)
}
