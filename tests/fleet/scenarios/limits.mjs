import { sleep } from '../lib/processes.mjs'
import { key } from '../lib/service.mjs'

export const title = 'Limits__RequestsPerMinute holds for both nodes together'
const limit = 60

export async function run(trial) {
  const { nodes, url } = trial.world
  const limits = { Limits__RequestsPerMinute: String(limit) }
  await Promise.all(nodes.map(n => n.restart(limits)))
  const ask = async address => {
    const response = await fetch(address + '/v1/rules/ru.foreign-agent.material', { headers: { authorization: `Bearer ${key}` } })
    await response.body.cancel()
    return response
  }
  try {
    // Ten a second, by turns: each node alone would let all of them through.
    let [through, refused, unfit] = [0, 0, 0]
    for (let i = 0; i < limit * 1.5; i++) {
      const response = await ask(nodes[i % 2].url)
      if (response.status === 200) through++
      else if (response.status === 429 && Number(response.headers.get('retry-after')) > 0) refused++
      else unfit++
      await sleep(100)
    }
    trial.figure(`limit ${limit} a minute, ${limit * 1.5} requests by turns to two nodes: ${through} let through, ${refused} got 429 with Retry-After`)
    trial.expect(unfit === 0, `${unfit} got another answer`)
    trial.expect(through >= limit && through <= limit * 1.2, `${through} went through`)
    trial.expect((await ask(url)).status === 429, 'through the balancer the limit does not hold')
  } finally {
    await Promise.all(nodes.map(n => n.restart()))
  }
}
