// G, H and the proof: how labels look in a real browser, in other languages and directions, and what the plugin says of its own pages.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { until } from '../lib/processes.mjs';
import { context, signIn } from '../lib/browser.mjs';
import { article, NOTICE } from '../lib/world.mjs';

/** The very script with which the plugin measures pages. */
const measured = async (w, opened, id) => {
  const page = await opened.newPage();
  await page.goto(await w.run(`return LabelService\\Proof::address(get_post(${id}));`));
  const result = JSON.parse(await page.locator('#labelservice-proof-result').textContent());
  return { page, labels: result.labels };
};

export default function pageTests(w) {
  for (const theme of ['twentytwentyone', 'twentytwentythree']) {
    for (const [name, options] of [['wide', {}], ['360 px', { viewport: { width: 360, height: 800 } }], ['dark', { colorScheme: 'dark' }]]) {
      test(`G: ${theme}, ${name}: first, large enough, visible, readable`, async () => {
        await w.policy('conservative');
        await w.run(`switch_theme('${theme}'); return true;`);
        const { id } = (await w.publish(`Look ${theme} ${name}`, article('Выдуманный курьер', 'Вчера Травкин Пётр Ильич выступил.'))).body;
        const opened = await context(options);
        try {
          const { page, labels } = await measured(w, opened, id);
          const notice = labels.find((label) => label.type === 'site-notice');
          assert.ok(notice.visible && notice.first, JSON.stringify(notice));
          assert.ok(notice.ratio >= 2, `ratio ${notice.ratio}`);
          assert.ok(notice.contrast >= 7, `contrast ${notice.contrast}`);
          assert.ok(labels.every((label) => label.visible && label.contrast >= 4.5), JSON.stringify(labels));
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing is wider than the page');
          const edges = await page.evaluate(() => ['p.ls-disclosure', '.entry-content > p:not([class])'].map((name) => Math.round(document.querySelector(name).getBoundingClientRect().left)));
          assert.ok(Math.abs(edges[0] - edges[1]) <= 1, `the notice stands in the text's own column: ${edges}`);
          if (process.env.SCREENSHOTS) await page.screenshot({ path: path.join(process.env.SCREENSHOTS, `post-${theme}-${name.replace(' ', '')}.png`) });
          await page.emulateMedia({ media: 'print' });
          assert.ok(await page.locator('.ls-disclosure').first().isVisible(), 'on paper, too');
        } finally {
          await opened.close();
          await w.run("switch_theme('twentytwentyone'); return true;");
        }
      });
    }
  }

  test('proof: the command finds what a theme hides, shrinks, pales or drops, and the alert is told once', async () => {
    // At most one mail an hour and subject: another test may have had it.
    await w.run("delete_transient('labelservice_mailed_drift'); return true;");
    const { id } = (await w.publish('Proven', article('Выдуманный курьер'))).body;
    const good = await w.command('proof', String(id));
    assert.equal(good.code, 0, good.out);
    assert.match(good.out, /Looked at 1 pages, 0 with faults/);
    assert.ok(!good.out.includes('were not measured'), 'measured in Chromium');
    const cases = {
      'Not on the page': "add_filter('the_content', function ($c) { return preg_replace('#<p[^>]*ls-disclosure.*?</p>#s', '', $c); }, PHP_INT_MAX);",
      'Not before the text': "add_filter('the_content', function ($c) { return '<p>Сначала слова.</p>' . $c; }, PHP_INT_MAX);",
      'readers cannot see it': "add_action('wp_head', function () { echo '<style>.entry-content{opacity:0}</style>'; });",
      'Smaller than the rule asks': "add_action('wp_head', function () { echo '<style>.entry-content > p:not([class]){font-size:60px}</style>'; });",
    };
    for (const [fault, code] of Object.entries(cases)) {
      await w.mustUse('theme-fault.php', `<?php ${code}`);
      const bad = await w.command('proof', String(id));
      assert.equal(bad.code, 1, `${fault}: ${bad.out}`);
      assert.ok(bad.out.includes(fault), `${fault}: ${bad.out}`);
    }
    assert.match(await w.overview(), new RegExp(`data-table="drift"[\\s\\S]*data-post="${id}"`));
    await w.mustUse('theme-fault.php', null);
    assert.equal((await w.command('proof', String(id))).code, 0);
    assert.ok(!((await w.overview()).split('data-table="drift"')[1] ?? '').includes(`data-post="${id}"`));
    await fetch(`${w.url}/wp-cron.php?doing_wp_cron`);
    await until('the mail', async () => (await w.mails()).some((mail) => JSON.stringify(mail).includes('Proven')), 15);
    const mails = (await w.mails()).filter((mail) => JSON.stringify(mail).includes('Proven'));
    assert.equal(mails.length, 1);
  });

  test('proof: without Chromium on the server the markup is read, and the editor’s browser measures', async () => {
    const { id } = (await w.publish('Measured', article('Выдуманный курьер'))).body;
    const own = w.env.WP_CHROMIUM;
    w.env.WP_CHROMIUM = '';
    const plain = await w.command('proof', String(id));
    assert.equal(plain.code, 0, plain.out);
    assert.match(plain.out, /were not measured/);
    await w.mustUse('theme-fault.php', "<?php add_filter('the_content', function ($c) { return preg_replace('#<p[^>]*ls-disclosure.*?</p>#s', '', $c); }, PHP_INT_MAX);");
    assert.match((await w.command('proof', String(id))).out, /Not on the page/);
    await w.mustUse('theme-fault.php', null);
    w.env.WP_CHROMIUM = own;
    const { context: opened, page } = await signIn(w, 'editor');
    try {
      await page.goto(`${w.url}/wp-admin/tools.php?page=labelservice`);
      const url = await w.run(`return LabelService\\Proof::address(get_post(${id}));`);
      await page.locator('[data-labelservice="measure"]').evaluate((button, pages) => {
        button.dataset.pages = pages;
      }, JSON.stringify([{ id, url }]));
      await page.locator('[data-labelservice="measure"]').click();
      await page.getByText('Measured; 0 faults.').waitFor();
    } finally {
      await opened.close();
    }
    assert.equal(await w.run(`return get_post_meta(${id}, '_labelservice_proof', true)['measured'];`), true);
  });

  test('H: Russian: all that the plugin says, with plurals', async () => {
    await w.run(`update_option('WPLANG', 'ru_RU'); update_user_meta(${w.users.editor}, 'locale', 'ru_RU'); return true;`);
    await w.policy('open');
    await w.fault('500');
    const { context: opened, page } = await signIn(w, 'editor');
    try {
      let last;
      for (let i = 0; i < 6; i++) {
        last = (await w.publish(`По-русски ${i}`, article('Выдуманный курьер'))).body.id;
        await page.goto(`${w.url}/wp-admin/edit.php`);
        const [, number, words] = (await page.locator('.notice-warning').innerText()).match(/(\d+) (стат\S+ опубликован\S+)/);
        const form = { one: 'статья опубликована', few: 'статьи опубликованы', many: 'статей опубликовано' }[new Intl.PluralRules('ru').select(Number(number))];
        assert.equal(words, form, number);
      }
      await page.goto(`${w.url}/wp-admin/tools.php?page=labelservice`);
      const words = await page.locator('.wrap').innerText();
      assert.match(words, /Опубликованы раньше, чем стали известны все отметки/);
      assert.deepEqual(words.split('\n').filter((line) => /^[A-Za-z ]{6,}$/.test(line) && !/^(In the editor|Hanging|Boat|Classic)/.test(line) && line !== 'Urgent'), [], 'no English is left');
      await page.goto(`${w.url}/wp-admin/post.php?post=${last}&action=edit`);
      const panel = page.locator('.interface-interface-skeleton__sidebar .labelservice-panel').first();
      await panel.waitFor();
      if (!(await panel.getAttribute('class')).includes('is-opened')) await panel.getByRole('button', { name: 'Отметки' }).click();
      await page.getByText('Сервис отметок не отвечает').first().waitFor();
    } finally {
      await opened.close();
      await w.run(`update_option('WPLANG', ''); delete_user_meta(${w.users.editor}, 'locale'); return true;`);
      await w.recover();
      await w.policy('conservative');
    }
  });

  test('H: a right-to-left site leaves labels as they read', async () => {
    const { id } = (await w.publish('RTL', article('Выдуманный курьер'))).body;
    await w.run("update_option('WPLANG', 'ar'); return true;");
    const rtl = await context();
    try {
      const shown = await rtl.newPage();
      await shown.goto(`${w.url}/?p=${id}`);
      assert.equal(await shown.evaluate(() => getComputedStyle(document.body).direction), 'rtl');
      assert.equal(await shown.locator('.ls-disclosure').first().evaluate((e) => getComputedStyle(e).direction), 'ltr');
      assert.ok((await shown.content()).includes(NOTICE));
    } finally {
      await rtl.close();
      await w.run("update_option('WPLANG', ''); return true;");
    }
  });

  test('Site Health and the list of posts say how articles stand', async () => {
    await w.policy('open');
    await w.fault('401');
    const { id } = (await w.publish('Unknown', article('Выдуманный курьер'))).body;
    const health = (await w.rest('chief', 'GET', '/labelservice/v1/health')).body;
    assert.equal(health.status, 'critical');
    assert.match(health.label, /refuses the key/);
    assert.equal((await w.rest('chief', 'POST', '/labelservice/v1/key', {})).body.result, 'invalid');
    assert.equal((await w.run('return LabelService\\Site_Health::articles();')).status, 'critical');
    const { context: opened, page } = await signIn(w, 'editor');
    try {
      await page.goto(`${w.url}/wp-admin/edit.php?labelservice=away`);
      assert.equal(await page.locator(`#post-${id} .labelservice-badge`).innerText(), 'No answer yet');
      assert.ok((await page.locator('#the-list .labelservice-badge').allInnerTexts()).every((text) => text === 'No answer yet'));
    } finally {
      await opened.close();
    }
    await w.fault('reset');
    assert.equal((await w.rest('chief', 'POST', '/labelservice/v1/key', {})).body.result, 'failed');
    await w.recover();
    assert.equal((await w.rest('chief', 'POST', '/labelservice/v1/key', {})).body.result, 'valid');
    assert.equal((await w.rest('chief', 'GET', '/labelservice/v1/health')).body.status, 'good');
    await w.policy('conservative');
  });

  test('the sheet of labels is the service\'s own', async () => {
    assert.equal(await readFile(path.join(w.plugin, 'assets/labels.css'), 'utf8'), await readFile(path.join(w.plugin, '../../../LabelService.Web/Labels/labels.css'), 'utf8'));
  });

  test('translations are complete and made from what stands in the code', async () => {
    const po = await readFile(path.join(w.plugin, 'languages/labelservice-ru_RU.po'), 'utf8');
    assert.ok(!/msgstr ""\n\n/.test(po.split('\n\n').slice(1).join('\n\n')), 'nothing is untranslated');
    assert.ok(!po.includes('fuzzy'));
    const { out, code } = await w.tool('languages/make.sh', '--check');
    assert.equal(code, 0, out);
  });
}
