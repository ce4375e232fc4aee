import { randomUUID } from 'node:crypto'
import { articles, request, wrong } from '../lib/answers.mjs'
import { key } from '../lib/service.mjs'

export const title = 'The same Idempotency-Key at both nodes at once gives one check'
const rounds = 150

export async function run(trial) {
  const { nodes, database } = trial.world
  const send = async (node, body, idempotency) => {
    const response = await fetch(node.url + '/v1/checks', { method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': idempotency }, body })
    return { status: response.status, retryAfter: response.headers.get('retry-after'), report: await response.json() }
  }
  const ids = new Set()
  let together = 0
  for (let round = 0; round < rounds; round++) {
    const kind = articles[round % articles.length]
    const [body, idempotency] = [JSON.stringify(request(kind, round, `fleet-once-${round}`)), randomUUID()]
    // Two to each node: one of a pair may be told that the first still runs.
    const answers = await Promise.all([...nodes, ...nodes].map(n => send(n, body, idempotency)))
    const done = answers.filter(a => a.status === 200)
    if (answers[0].status === 200 && answers[1].status === 200) together++
    trial.expect(done.length >= 2, `round ${round}: statuses ${answers.map(a => a.status)}`)
    trial.expect(answers.every(a => a.status === 200 || (a.status === 409 && a.retryAfter > 0)), `round ${round}: statuses ${answers.map(a => a.status)}`)
    trial.expect(new Set(done.map(a => a.report.id)).size === 1, `round ${round}: checks ${done.map(a => a.report.id)}`)
    for (const { report } of done) trial.expect(wrong(kind, report) === null, `round ${round}: ${wrong(kind, report)}`)
    ids.add(done[0]?.report.id)
    const other = await send(nodes[round % 2], body.replace('}', ',"title":"Other"}'), idempotency)
    trial.expect(other.status === 422, `round ${round}: the key with another body got ${other.status}`)
  }
  const stored = await database.ask(`SELECT count(*) FROM "checks" c JOIN "articles" a ON a."Id" = c."ArticleId" WHERE a."ExternalId" LIKE 'fleet-once-%'`)
  trial.figure(`${rounds} keys, each sent to both nodes twice at once: ${ids.size} checks answered, ${stored} stored; both nodes answered in ${together} rounds`)
  trial.expect(Number(stored) === rounds && ids.size === rounds, `${stored} checks stored for ${rounds} keys`)
  await trial.keepsStore()
}
