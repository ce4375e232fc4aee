// J and L, at the end: the plugin goes, the labels stay, and nothing ever left this machine.
import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { asked } from '../lib/browser.mjs';
import { article, NOTICE } from '../lib/world.mjs';

const count = (text, part) => text.split(part).length - 1;

export default function leavingTests(w) {
  test('J: deleted, the labels stay in the articles; installed again, they are not doubled', async () => {
    await w.policy('conservative');
    const content = article('Выдуманный курьер', 'Вчера Травкин Пётр Ильич выступил.');
    const blocks = (await w.publish('Stays', content)).body.id;
    const classic = (await w.publish('Stays, classic', 'Мост открыли.\n\nИсточник: Выдуманный курьер')).body.id;
    const plain = (await w.publish('Nothing', '<p>Ничего.</p>')).body.id;
    const before = await w.run(`return get_post(${plain})->post_content;`);
    await w.cli(`require_once ABSPATH . 'wp-admin/includes/plugin.php'; require_once ABSPATH . 'wp-admin/includes/file.php'; deactivate_plugins('labelservice/labelservice.php'); uninstall_plugin('labelservice/labelservice.php');`);
    await rm(path.join(w.site, 'wp-content/plugins/labelservice'), { recursive: true });
    for (const id of [blocks, classic]) {
      const { html } = await w.page(id);
      assert.equal(count(html, NOTICE), 1);
      assert.match(html, /<p[^>]*ls-disclosure[^>]*style="[^"]*font-size:2em/, 'with its size and contrast in place');
    }
    assert.match((await w.page(blocks)).html, /Травкин Пётр Ильич <span class="ls-remark"/);
    assert.match((await w.page(classic)).html, /<p>Мост открыли\.<\/p>/, 'paragraphs of classic posts stay');
    assert.equal(await w.run(`return get_post(${plain})->post_content;`), before);
    assert.equal(await w.run(`global $wpdb; return (int) $wpdb->get_var("SELECT (SELECT COUNT(*) FROM {$wpdb->postmeta} WHERE meta_key LIKE '%labelservice%') + (SELECT COUNT(*) FROM {$wpdb->options} WHERE option_name LIKE '%labelservice%')");`), 0, 'no data is left');
    await w.installPlugin();
    await w.connect();
    await w.command('check', String(blocks), String(classic));
    for (const id of [blocks, classic]) assert.equal(count((await w.page(id)).html, NOTICE), 1, 'not doubled');
  });

  test('J: with the other setting they go', async () => {
    const { id } = (await w.publish('Goes', article('Выдуманный курьер'))).body;
    await w.cli("LabelService\\Settings::update(array('uninstall' => 'remove')); require_once ABSPATH . 'wp-admin/includes/plugin.php'; require_once ABSPATH . 'wp-admin/includes/file.php'; deactivate_plugins('labelservice/labelservice.php'); uninstall_plugin('labelservice/labelservice.php');");
    assert.equal(count((await w.page(id)).html, NOTICE), 0);
  });

  test('L: no request left this machine, from the site or from the browser', async () => {
    // WordPress itself would ask its makers for news and patterns, and ping a directory of blogs; the guard stops and notes it.
    const others = (await w.outside()).split('\n').filter((line) => line && !/^core (([a-z]+\.)?wordpress\.org|rpc\.pingomatic\.com)$/.test(line));
    assert.deepEqual(others, []);
    assert.deepEqual([...asked].filter((host) => host !== '127.0.0.1' && host !== 'localhost'), []);
  });

  test('the plugin left nothing in the log of errors', async () => {
    const lines = (await readFile(w.env.WP_LOG, 'utf8')).split('\n').filter((line) => line.includes('/plugins/labelservice/'));
    assert.deepEqual(lines, []);
  });
}
