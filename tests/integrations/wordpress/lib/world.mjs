// A site, the service behind it and everything between them, from nothing.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort, start, stop, stopAll, until } from './processes.mjs';
import { Moderator } from './moderator.mjs';
import { Proxy } from './proxy.mjs';

const run = promisify(execFile);
const here = path.resolve(import.meta.dirname, '..');
const root = path.resolve(here, '../../..');
const plugin = path.join(root, 'src/integrations/wordpress/labelservice');
const adminPassword = 'a rather long one';

export class World {
  static async make() {
    const world = new World();
    await world.#bring();
    return world;
  }

  async #bring() {
    this.plugin = plugin;
    this.folder = await mkdtemp(path.join(tmpdir(), 'labelservice-wordpress-'));
    [this.sitePort, this.servicePort, this.proxyPort] = [await freePort(), await freePort(), await freePort()];
    this.url = `http://127.0.0.1:${this.sitePort}`;
    this.serviceUrl = `http://127.0.0.1:${this.servicePort}`;
    this.proxyUrl = `http://127.0.0.1:${this.proxyPort}`;
    this.key = `live_${randomBytes(18).toString('base64url')}`;
    this.rules = path.join(this.folder, 'rules');
    await cp(path.join(here, 'rules'), this.rules, { recursive: true });
    this.env = {
      WP_DB_SOCKET: path.join(this.folder, 'db.sock'), WP_URL: this.url, WP_LOG: path.join(this.folder, 'debug.log'), WP_TEST_SECRET: randomBytes(16).toString('hex'),
      WP_OUTSIDE: path.join(this.folder, 'outside.txt'), WP_MAILS: path.join(this.folder, 'mails.txt'), WP_CHROMIUM: '/usr/bin/chromium', PHP_CLI_SERVER_WORKERS: '6',
    };
    for (const file of [this.env.WP_OUTSIDE, this.env.WP_MAILS, this.env.WP_LOG]) await writeFile(file, '');
    await Promise.all([this.#database().then(() => this.#site()), this.startService()]);
    this.proxy = new Proxy(this.serviceUrl);
    await this.proxy.listen(this.proxyPort);
    await this.connect();
    // The first check after a start takes long, and is not what is tested.
    await fetch(`${this.serviceUrl}/v1/checks`, { method: 'POST', headers: { Authorization: `Bearer ${this.key}`, 'Content-Type': 'application/json' }, body: JSON.stringify({ article: { body: article('Выдуманный курьер'), format: 'html' }, store: false }) });
  }

  async #database() {
    const data = path.join(this.folder, 'db');
    await run('mariadb-install-db', ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db']);
    this.database = start('mariadbd', '/usr/sbin/mariadbd', ['--no-defaults', `--datadir=${data}`, `--socket=${this.env.WP_DB_SOCKET}`, '--skip-networking', '--user=root',
      '--innodb-flush-log-at-trx-commit=0', '--innodb-buffer-pool-size=128M', `--pid-file=${path.join(this.folder, 'db.pid')}`], { log: path.join(this.folder, 'mariadb.log') });
    await until('MariaDB', () => this.#sql('CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4').then(() => true));
  }

  #sql(text) {
    return run('mariadb', ['--no-defaults', `--socket=${this.env.WP_DB_SOCKET}`, '-uroot', '-e', text]);
  }

  async #site() {
    this.site = path.join(this.folder, 'site');
    // Debian's tree is links into the system: a copy of what they lead to.
    await run('cp', ['-rL', '/usr/share/wordpress', this.site]);
    for (const file of ['wp-config.php', 'install.php', 'router.php']) await cp(path.join(here, 'site', file), path.join(this.site, file));
    await mkdir(path.join(this.site, 'wp-content/mu-plugins'), { recursive: true });
    await mkdir(path.join(this.site, 'wp-content/uploads'), { recursive: true });
    await cp(path.join(here, 'site/guard.php'), path.join(this.site, 'wp-content/mu-plugins/guard.php'));
    const installed = await run('php', [path.join(this.site, 'install.php')], { env: { ...process.env, ...this.env } });
    Object.assign(this, JSON.parse(installed.stdout.slice(installed.stdout.lastIndexOf('{"users"'))));
    this.php = start('php', 'php', ['-d', 'memory_limit=256M', '-d', 'error_reporting=E_ALL & ~E_DEPRECATED', '-d', 'opcache.revalidate_freq=0', '-S', `127.0.0.1:${this.sitePort}`, '-t', this.site, path.join(this.site, 'router.php')],
      { env: this.env, cwd: this.site, log: path.join(this.folder, 'php.log') });
    await until('the site', async () => (await fetch(`${this.url}/wp-login.php`)).ok);
    // Written before there was any plugin: what the backfill is for.
    this.older = (await this.rest('chief', 'POST', '/wp/v2/posts', { title: 'Older than the plugin', content: article('Выдуманный курьер'), status: 'publish' })).body.id;
    // Older by more than the second in which WordPress counts.
    await new Promise((done) => setTimeout(done, 1100));
    await this.installPlugin();
  }

  async installPlugin() {
    await cp(plugin, path.join(this.site, 'wp-content/plugins/labelservice'), { recursive: true });
    await this.cli(`require_once ABSPATH . 'wp-admin/includes/plugin.php'; $e = activate_plugin('labelservice/labelservice.php'); if (is_wp_error($e)) { fwrite(STDERR, $e->get_error_message()); exit(1); }`);
  }

  async startService() {
    this.service = start('service', 'dotnet', [path.join(root, 'src/LabelService.Web/bin/Release/net10.0/LabelService.Web.dll'), '--urls', this.serviceUrl], {
      cwd: root, log: path.join(this.folder, 'service.log'),
      env: this.#serviceSettings,
    });
    await until('the service', async () => (await fetch(`${this.serviceUrl}/health/ready`)).ok, 60);
  }

  get #serviceSettings() {
    return {
      Storage__ConnectionString: `Data Source=${path.join(this.folder, 'labels.db')}`, Rules__Path: this.rules, Rules__Jurisdictions: 'RU', Rules__TimeZone: 'UTC', Bootstrap__ApiKey: this.key,
      Bootstrap__AdminEmail: 'admin@example.org', Bootstrap__AdminPassword: adminPassword, Webhooks__AllowedNetworks: '127.0.0.0/8', Webhooks__RetryScale: '0.01',
    };
  }

  killService() {
    return stop(this.service, 'SIGKILL');
  }

  /** As an administrator would by the settings page, the webhook too. */
  async connect() {
    await this.run(`LabelService\\Settings::update(array('url' => '${this.proxyUrl}', 'key' => '${this.key}', 'policy' => 'conservative')); return true;`);
    const connected = await this.rest('chief', 'POST', '/labelservice/v1/webhook-connection', {});
    if (connected.status !== 200) throw new Error(`The webhook was not connected: ${JSON.stringify(connected)}`);
  }

  /** Runs PHP inside the site. */
  async run(code) {
    const response = await fetch(`${this.url}/wp-json/tests/v1/run`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Test-Secret': this.env.WP_TEST_SECRET }, body: JSON.stringify({ code }) });
    const text = await response.text();
    if (!response.ok) throw new Error(`PHP failed: ${text.slice(0, 2000)}`);
    return JSON.parse(text).value;
  }

  /** Runs PHP as a command-line program would: nobody is signed in. */
  async cli(code, args = []) {
    const file = path.join(this.folder, `cli-${randomBytes(4).toString('hex')}.php`);
    await writeFile(file, `<?php require '${this.site}/wp-load.php';\n${code}`);
    return (await run('php', ['-d', 'error_reporting=E_ALL & ~E_DEPRECATED', file, ...args], { env: { ...process.env, ...this.env } })).stdout;
  }

  /** The plugin's own command. */
  async command(...args) {
    try {
      const { stdout } = await run('php', [path.join(this.site, 'wp-content/plugins/labelservice/cli/labelservice.php'), ...args], { env: { ...process.env, ...this.env } });
      return { code: 0, out: stdout };
    } catch (error) {
      return { code: error.code, out: `${error.stdout}${error.stderr}` };
    }
  }

  /** A file that stands beside the plugin, as themes and other plugins do; null takes it away. */
  async mustUse(name, code) {
    const file = path.join(this.site, 'wp-content/mu-plugins', name);
    await (code === null ? rm(file, { force: true }) : writeFile(file, code));
  }

  /** A script of the plugin's. */
  async tool(script, ...args) {
    try {
      const { stdout, stderr } = await run(path.join(plugin, script), args);
      return { code: 0, out: stdout + stderr };
    } catch (error) {
      return { code: error.code, out: `${error.stdout}${error.stderr}` };
    }
  }

  async rest(user, method, route, body) {
    const response = await fetch(`${this.url}/wp-json${route}`, {
      method, headers: { Authorization: `Basic ${Buffer.from(`${user}:${this.passwords[user]}`).toString('base64')}`, ...(body ? { 'Content-Type': 'application/json' } : {}) }, body: body ? JSON.stringify(body) : undefined,
    });
    const text = await response.text();
    try {
      return { status: response.status, body: JSON.parse(text) };
    } catch {
      throw new Error(`${method} ${route} answered ${response.status} ${text.slice(0, 1000)}`);
    }
  }

  publish(title, content, more = {}) {
    return this.rest('editor', 'POST', '/wp/v2/posts', { title, content, status: 'publish', ...more });
  }

  /** What a reader who is not signed in gets. */
  async page(id, query = '') {
    const response = await fetch(`${this.url}/?p=${id}${query}`);
    return { status: response.status, html: await response.text() };
  }

  status(id) {
    return this.run(`return get_post_status(${id});`);
  }

  state(id) {
    return this.run(`return get_post_meta(${id}, '_labelservice_state', true);`);
  }

  async policy(policy) {
    await this.run(`LabelService\\Settings::update(array('policy' => '${policy}')); LabelService\\Breaker::close(); return true;`);
  }

  async fault(mode) {
    this.proxy.mode = mode;
    await this.run('LabelService\\Breaker::close(); return true;');
  }

  /** All is well again, and the worker does what is due, now. */
  async recover() {
    await this.fault('pass');
    await this.run(`global $wpdb; $wpdb->query("UPDATE {$wpdb->postmeta} SET meta_value = '1' WHERE meta_key = '_labelservice_due'"); wp_cache_flush(); LabelService\\Breaker::close(); return true;`);
    await until('the worker', async () => {
      await this.run('return LabelService\\Worker::tick();');
      return (await this.run('return LabelService\\Worker::waiting();')) === 0;
    }, 60);
  }

  externalId(id) {
    return `wp:127.0.0.1.${this.sitePort}:${id}`;
  }

  /** The page Tools → Labels as an editor sees it. */
  overview() {
    return this.run(`wp_set_current_user(${this.users.editor}); ob_start(); LabelService\\Overview_Page::show(); return ob_get_clean();`);
  }

  /** A moderator at the service. */
  async moderator() {
    this.signedIn ??= await Moderator.signIn(this.serviceUrl, 'admin@example.org', adminPassword);
    return this.signedIn;
  }

  async reviews() {
    return (await (await this.moderator()).call('GET', '/v1/reviews?limit=100')).reviews;
  }

  async close() {
    await this.proxy?.close();
    await stopAll();
    if (!process.env.KEEP) await rm(this.folder, { recursive: true, force: true });
    else console.log(`kept: ${this.folder}`);
  }

  outside() {
    return readFile(this.env.WP_OUTSIDE, 'utf8');
  }

  async mails() {
    return (await readFile(this.env.WP_MAILS, 'utf8')).split('\n').filter(Boolean).map((line) => JSON.parse(line));
  }
}

/** An article from a paper; its words are its own each time. */
export function article(paper, more = '') {
  return `<!-- wp:paragraph -->\n<p>Мост открыли в понедельник ${randomBytes(6).toString('hex')}. ${more}</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:paragraph -->\n<p>Источник: ${paper}</p>\n<!-- /wp:paragraph -->`;
}
export const NOTICE = 'Придуманный реестр включает издание «Выдуманный курьер», от которого получен этот материал';
export const DEFAULT = 'It is being checked whether this article must carry a notice.';
