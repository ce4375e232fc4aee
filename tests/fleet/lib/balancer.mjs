// nginx with the file that ships, src/operations/nginx.conf; only names of hosts and the port are filled in.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { find, freePort, isRoot, run, start, until } from './processes.mjs'

export async function startBalancer(folder, file, nodes, log) {
  const port = await freePort()
  mkdirSync(folder, { recursive: true })
  let shipped = readFileSync(file, 'utf8').replace('listen 80;', `listen 127.0.0.1:${port};`)
  nodes.forEach((node, i) => { shipped = shipped.replace(`labels-${i + 1}:8080`, `127.0.0.1:${node.port}`) })
  if (shipped.includes('labels-') || !shipped.includes(String(port))) throw new Error(`${file} names other hosts or another port than this script knows`)
  writeFileSync(join(folder, 'nginx.conf'), `
daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${log} info;
events { worker_connections 1024; }
http {
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(n => `${n}_temp_path ${folder}/${n};`).join(' ')}
  log_format fleet '$time_iso8601 $request_method $uri $status $upstream_addr $upstream_status $request_time';
  access_log ${folder}/access.log fleet;
${shipped}
}
`)
  writeFileSync(log, '')
  if (isRoot) await run(['chown', '-R', 'postgres', folder, log])
  const nginx = find(['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx'])
  const server = start('nginx', [nginx, '-p', folder, '-e', log, '-c', join(folder, 'nginx.conf')], { asServerUser: true, log })
  const url = `http://127.0.0.1:${port}`
  await until('nginx answers', async () => { await fetch(url + '/metrics'); return true }, 10_000)
  return { server, url, port, accessLog: join(folder, 'access.log') }
}
