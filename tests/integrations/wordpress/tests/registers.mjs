// E, and what moderators decide: a register changes, and nobody opens an article.
import assert from 'node:assert/strict';
import { createHmac, randomUUID } from 'node:crypto';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { until } from '../lib/processes.mjs';
import { article } from '../lib/world.mjs';

export default function registerTests(w) {
  const register = () => path.join(w.rules, 'registries/xx-papers.csv');
  const GAZETTE = 'издание «Выдуманная газета»';

  test('E: a body listed on Friday evening puts the notice on an old article, a delisting takes it off', async () => {
    await w.policy('conservative');
    const { id } = (await w.publish('Last year', article('Выдуманная газета'), { date_gmt: '2025-11-28T10:00:00' })).body;
    await w.recover();
    assert.ok(!(await w.page(id)).html.includes(GAZETTE));
    const before = await readFile(register(), 'utf8');
    await w.run("add_action('labelservice_purge', '__return_true'); return delete_option('test_purged');");
    const start = Date.now();
    await appendFile(register(), 'xx:gazette,media,Выдуманная газета,The Invented Gazette,,,,,,,2026-11-27,,,,\n');
    await until('the notice', async () => (await w.page(id)).html.includes(GAZETTE), 30);
    console.log(`    on the page ${((Date.now() - start) / 1000).toFixed(1)} s after the file was saved, by the webhook`);
    assert.match((await w.page(id)).html, /data-type="site-notice"/);
    await writeFile(register(), before);
    await until('the notice is gone', async () => !(await w.page(id)).html.includes(GAZETTE), 30);
  });

  test('E: without a webhook the same by asking', async () => {
    const { id } = (await w.publish('Asked for', article('Выдуманный вестник'))).body;
    await w.recover();
    const secret = await w.run("return get_option('labelservice_settings')['webhook_secret'];");
    await w.run("LabelService\\Settings::update(array('webhook_secret' => '')); return true;");
    const before = await readFile(register(), 'utf8');
    try {
      await appendFile(register(), 'xx:herald,media,Выдуманный вестник,The Invented Herald,,,,,,,2026-11-27,,,,\n');
      await until('the notice', async () => {
        await w.run('return LabelService\\Worker::tick();');
        return (await w.page(id)).html.includes('издание «Выдуманный вестник»');
      }, 30);
    } finally {
      await writeFile(register(), before);
      await w.run(`LabelService\\Settings::update(array('webhook_secret' => '${secret}')); return true;`);
    }
    await until('the notice is gone', async () => {
      await w.run('return LabelService\\Worker::tick();');
      return !(await w.page(id)).html.includes('Выдуманный вестник» — ') && !(await w.page(id)).html.includes('издание «Выдуманный вестник»');
    }, 30);
  });

  test('E: a moderator decides; the article that was held is published with the label, and its author reads the answer', async () => {
    await w.policy('hold');
    const made = await w.publish('A question', article('Другая газета', 'Сегодня Пётр Травкин выступил на площади.'));
    const { id } = made.body;
    assert.equal(made.body.status, 'pending');
    assert.match(made.body.labelservice.message, /A moderator must decide/);
    assert.equal(made.body.labelservice.waiting.length, 1);
    await (await w.moderator()).decide(w.externalId(id), 'approve', 'this very person');
    await until('the article', async () => (await w.status(id)) === 'publish', 30);
    assert.match((await w.page(id)).html, /Пётр Травкин <span class="ls-remark"/);
    const view = (await w.rest('author', 'GET', `/wp/v2/posts/${id}`)).body;
    assert.ok(!view.labelservice, 'for those who may edit it alone');
    const own = (await w.rest('editor', 'GET', `/labelservice/v1/posts/${id}`)).body;
    assert.match(own.messages[0].text, /Approved: xx\.site\.person\. this very person/);
    await w.policy('conservative');
  });

  test('E: rejected: published without it, nothing of the name in public before or after', async () => {
    await w.policy('conservative');
    const { id } = (await w.publish('Another question', article('Другая газета', 'Сегодня Пётр Травкин пел на площади.'))).body;
    assert.ok(!(await w.page(id)).html.includes('ls-remark'));
    assert.ok((await w.page(id)).html.includes('being-checked'));
    await (await w.moderator()).decide(w.externalId(id), 'reject', 'somebody else');
    await until('the answer', async () => (await w.state(id)) === 'clear', 30);
    const { html } = await w.page(id);
    assert.ok(!html.includes('ls-remark') && !html.includes('being-checked'));
  });

  test('E: deliveries with a wrong signature, an old time or a changed body are refused', async () => {
    const secret = Buffer.from((await w.run("return get_option('labelservice_settings')['webhook_secret'];")).replace('whsec_', ''), 'base64');
    const deliver = async ({ key = secret, time = Math.floor(Date.now() / 1000), body = '{"type":"labels.changed"}', sent = body, id = `msg_${randomUUID()}` }) => {
      const signature = `v1,${createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64')}`;
      return (await fetch(`${w.url}/wp-json/labelservice/v1/webhook`, { method: 'POST', body: sent, headers: { 'Content-Type': 'application/json', 'webhook-id': id, 'webhook-timestamp': String(time), 'webhook-signature': `v1,AAAA ${signature}` } })).status;
    };
    assert.equal(await deliver({}), 204);
    assert.equal(await deliver({ key: Buffer.from('another secret, of the same length') }), 401);
    assert.equal(await deliver({ time: Math.floor(Date.now() / 1000) - 3600 }), 401);
    assert.equal(await deliver({ sent: '{"type":"labels.changed" }' }), 401);
    assert.equal((await fetch(`${w.url}/wp-json/labelservice/v1/webhook`, { method: 'POST', body: '{}' })).status, 401);
  });
}
