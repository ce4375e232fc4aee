// The cable between a node and its store: passes bytes on in a process of its own, so that SIGSTOP cuts it. Nobody is told then: connections stay, and new ones
// are taken by the kernel and never answered, as by a network that drops packets.
//   node cable.mjs LISTEN_PORT TARGET_PORT
import { connect, createServer } from 'node:net'

const [listen, target] = process.argv.slice(2).map(Number)
createServer(near => {
  const far = connect(target, '127.0.0.1')
  for (const [from, to] of [[near, far], [far, near]]) {
    from.setNoDelay(true)
    from.on('error', () => to.destroy())
    from.on('close', () => to.destroy())
    from.pipe(to)
  }
}).listen(listen, '127.0.0.1')
