// Runs the scenarios one after the other and says what held. See run.sh.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CannotRun, Trial } from './lib/trial.mjs'
import { World } from './lib/world.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const results = process.env.RESULTS
const quick = ['kill-node', 'kill-postgres', 'drain']
const order = ['kill-node', 'kill-all', 'kill-sqlite', 'restart-postgres', 'kill-postgres', 'cut-off', 'drain', 'rolling', 'idempotency', 'limits', 'rulesets', 'workers', 'clock-back', 'full-sqlite', 'full-postgres']
const known = readdirSync(join(here, 'scenarios')).map(f => f.replace('.mjs', ''))
const asked = process.argv.slice(2)
const chosen = asked.length === 0 || asked[0] === 'all' ? order : asked[0] === 'quick' ? quick : asked

if (asked[0] === 'list') {
  for (const name of order) console.log(`${name.padEnd(18)} ${(await import(`./scenarios/${name}.mjs`)).title}`)
  process.exit(0)
}

const unknown = chosen.filter(name => !known.includes(name))
if (unknown.length > 0) { console.error(`tests/fleet: there is no scenario ${unknown.join(', ')}; tests/fleet/run.sh list names them`); process.exit(1) }

async function one(name, world) {
  const scenario = await import(`./scenarios/${name}.mjs`)
  const trial = new Trial(name, results, world)
  console.log(`${name}: ${scenario.title}`)
  try {
    await scenario.run(trial)
  } catch (error) {
    if (error instanceof CannotRun) {
      console.log(`  CANNOT RUN ON THIS MACHINE: ${error.message}`)
      return ['1', 'true'].includes(process.env.CI)
    }
    trial.expect(false, error.stack)
  }
  for (const line of trial.figures) console.log('  ' + line)
  for (const fault of trial.faults) console.log('  NOT SO: ' + fault)
  console.log(`  ${trial.faults.length === 0 ? 'held' : 'FAILED'} (${((performance.now() - trial.since) / 1000).toFixed(0)} s)`)
  return trial.faults.length > 0
}

let failed = 0
const world = new World(results)
try {
  const since = performance.now()
  await world.up()
  console.log(`PostgreSQL, two nodes and nginx are up after ${((performance.now() - since) / 1000).toFixed(1)} s; logs in ${results}`)
  for (const name of chosen) failed += await one(name, world) ? 1 : 0
  // All of them wrote into one audit, and it chains over every kill and restart.
  console.log(`labels audit verify: ${(await world.nodes[0].verifyAudit()).split('\n').at(-1)}`)
} catch (error) {
  console.error(error)
  const log = join(results, 'node-1.log')
  if (existsSync(log)) console.error(readFileSync(log, 'utf8').slice(-2000))
  failed++
} finally {
  await world.down()
  // Builds are not results.
  for (const name of ['LabelService.Web', 'LabelService.Cli']) rmSync(join(results, name), { recursive: true, force: true })
}
console.log(failed === 0 ? `All ${chosen.length} scenarios held.` : `${failed} of ${chosen.length} scenarios failed; logs in ${results}`)
process.exit(failed === 0 ? 0 : 1)
