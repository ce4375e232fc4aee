import { connect } from 'node:net'
import { request, articles, wrong } from '../lib/answers.mjs'
import { sleep } from '../lib/processes.mjs'
import { key } from '../lib/service.mjs'

export const title = 'A node is told to end (SIGTERM) under load: nothing is refused, nothing is cut'

/** A request that the node has begun to read when it is told to end: its last byte comes afterwards. */
async function slowRequest(node) {
  // Slow, and never so slow that the server gives up on it: 800 bytes a second.
  const body = JSON.stringify({ ...request(articles[0], 1, 'fleet-slow'), store: false }) + ' '.repeat(20_000)
  const socket = connect(node.port, '127.0.0.1')
  let got = ''
  socket.on('data', d => { got += d })
  socket.on('error', () => { })
  const ended = new Promise(resolve => socket.on('close', resolve))
  await new Promise(resolve => socket.once('connect', resolve))
  socket.write(`POST /v1/checks HTTP/1.1\r\nHost: fleet\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`)
  let sent = 0
  const timer = setInterval(() => socket.write(body.slice(sent, sent += 400)), 500)
  return async () => { clearInterval(timer); socket.write(body.slice(sent)); await ended; return got }
}

export async function run(trial) {
  const [, node] = trial.world.nodes
  const load = await trial.underLoad(async load => {
    const finish = await slowRequest(node)
    await sleep(300)
    const stopping = node.stop()
    await sleep(500)
    const ready = await fetch(node.url + '/health/ready')
    trial.expect(ready.status === 503 && (await ready.json()).status === 'draining', `/health/ready says ${ready.status} while the node drains`)
    const live = await fetch(node.url + '/v1/rules', { headers: { authorization: `Bearer ${key}` } })
    trial.expect(live.status === 200, `a request to the draining node got ${live.status}`)
    trial.expect(live.headers.get('connection') === 'close', 'the draining node keeps connections')
    await live.body.cancel()
    // The node takes nothing new any more, and still finishes what runs.
    await sleep(6500)
    const answer = await finish()
    trial.expect(answer.startsWith('HTTP/1.1 200'), `the request under way got ${JSON.stringify(answer.slice(0, 80))}`)
    trial.expect(answer.includes('{') && wrong(articles[0], JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1))) === null, 'the request under way got another answer')
    const how = await stopping
    trial.expect(how === 'code 0', `the node ended with ${how}`)
    await node.up()
  }, { rate: 100 })
  trial.expect(load.refused + load.cut + load.stillRunning === 0, `${load.refused + load.stillRunning} requests were refused and ${load.cut} cut`)
  await trial.keepsAnswered()
  await trial.keepsStore()
}
