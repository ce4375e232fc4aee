// M, and what authors see: the block editor and the classic one, in a real browser.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { signIn } from '../lib/browser.mjs';
import { article, NOTICE } from '../lib/world.mjs';

const shot = async (page, name) => process.env.SCREENSHOTS && page.screenshot({ path: path.join(process.env.SCREENSHOTS, `${name}.png`) });
const sidebar = (page) => page.locator('.interface-interface-skeleton__sidebar .labelservice-panel').first();

/** Opens a draft in the block editor with the panel unfolded. */
async function edit(w, page, content, title = 'In the editor') {
  const { id } = (await w.rest('editor', 'POST', '/wp/v2/posts', { title, content, status: 'draft' })).body;
  await page.goto(`${w.url}/wp-admin/post.php?post=${id}&action=edit`);
  await page.locator('.edit-post-visual-editor, iframe[name="editor-canvas"]').first().waitFor();
  const panel = sidebar(page);
  await panel.waitFor();
  if (!(await panel.getAttribute('class')).includes('is-opened')) await panel.getByRole('button', { name: 'Labels' }).click();
  return { id, panel };
}

const ready = (panel) => panel.locator('.labelservice-trial[data-busy="0"]:not([data-state=""])').waitFor();

async function publishFromEditor(page) {
  await page.locator('.editor-post-publish-panel__toggle').click();
  const panel = page.locator('.editor-post-publish-panel .labelservice-panel');
  await panel.waitFor();
  await panel.locator('.labelservice-trial[data-busy="0"]:not([data-state=""])').waitFor();
  const shown = await panel.innerText();
  const start = Date.now();
  await page.locator('.editor-post-publish-panel .editor-post-publish-button').click();
  await page.waitForFunction(() => {
    const editor = window.wp.data.select('core/editor');
    return !editor.isSavingPost() && editor.didPostSaveRequestSucceed();
  });
  return { shown, took: Date.now() - start };
}

export default function editorTests(w) {
  test('A: the block editor: what will be added, why, what came close, and published with it', async () => {
    await w.policy('conservative');
    const { context, page } = await signIn(w, 'editor', { viewport: { width: 1280, height: 1300 } });
    try {
      const { id, panel } = await edit(w, page, article('Выдуманный курьер', 'Сегодня Пётр Травкин выступил, а Травкина Анна Олеговна пела.'));
      await ready(panel);
      const words = await panel.innerText();
      assert.match(words, /will be added/);
      assert.match(words, /a moderator decides/i);
      await panel.locator('details.labelservice-label summary').first().click();
      assert.match(await panel.innerText(), /Придуманный реестр[\s\S]*включает[\s\S]*Выдуманный курьер/);
      await shot(page, 'editor-panel');
      const { shown } = await publishFromEditor(page);
      assert.match(shown, /Publishing now would show it before all labels are known/);
      await shot(page, 'editor-published');
      assert.equal(await w.status(id), 'publish');
      assert.ok((await w.page(id)).html.includes(NOTICE));
    } finally {
      await context.close();
    }
  });

  test('A: the panel follows what is typed, and older answers do not overtake newer ones', async () => {
    const { context, page } = await signIn(w, 'editor');
    try {
      const { panel } = await edit(w, page, '<!-- wp:paragraph --><p>Ничего.</p><!-- /wp:paragraph -->');
      await ready(panel);
      assert.match(await panel.innerText(), /Nothing is to be added/);
      w.proxy.calls.length = 0;
      await page.evaluate((content) => window.wp.data.dispatch('core/block-editor').resetBlocks(window.wp.blocks.parse(content)), article('Выдуманный курьер'));
      for (const letter of 'abcdef') await page.evaluate((title) => window.wp.data.dispatch('core/editor').editPost({ title }), letter);
      await panel.getByText('will be added').first().waitFor();
      const asked = w.proxy.calls.filter((call) => call.path === '/v1/checks').length;
      assert.ok(asked <= 2, `asked ${asked} times for seven changes`);
      assert.equal(w.proxy.checks.length, 0, 'a trial stores nothing');
    } finally {
      await context.close();
    }
  });

  test('an advertisement: what is lacking is said, filled in the panel, and published', async () => {
    await w.policy('block');
    const { context, page } = await signIn(w, 'editor');
    try {
      const { id, panel } = await edit(w, page, '<!-- wp:paragraph --><p>Купите лодку.</p><!-- /wp:paragraph -->', 'Boat');
      await panel.locator('.labelservice-facts summary').click();
      await panel.getByLabel('Kind').selectOption('advertisement');
      await panel.getByText(/advertising token/).first().waitFor({ state: 'attached' });
      await panel.getByText('Publishing now would save the article as pending.').waitFor();
      await panel.getByLabel('Advertiser').fill('ООО «Лодка»');
      await panel.getByLabel('Advertising token (erid)').fill('abc123');
      await panel.getByText('Publishing now would save the article as pending.').waitFor({ state: 'detached' });
      await ready(panel);
      await publishFromEditor(page);
      assert.match((await w.page(id)).html, /Реклама: ООО «Лодка», erid: abc123/);
    } finally {
      await context.close();
      await w.policy('conservative');
    }
  });

  for (const policy of ['block', 'conservative']) {
    test(`M: the service hangs, policy ${policy}: the editor stays usable and says how it stands`, async () => {
      await w.policy(policy);
      await w.fault('pass');
      const { context, page } = await signIn(w, 'editor');
      try {
        const { id, panel } = await edit(w, page, article('Выдуманный курьер'), 'Hanging');
        await ready(panel);
        await w.fault('hang');
        await page.evaluate(() => window.wp.data.dispatch('core/editor').editPost({ title: 'Hanging, changed' }));
        const typing = Date.now();
        await page.evaluate(() => window.wp.data.select('core/editor').getEditedPostAttribute('title'));
        assert.ok(Date.now() - typing < 1000);
        const { shown, took } = await publishFromEditor(page);
        assert.match(shown, /gives no answer/);
        assert.ok(took < 5000, `the save took ${took} ms`);
        console.log(`    saved in ${took} ms with the service hanging`);
        assert.equal(await w.status(id), policy === 'block' ? 'pending' : 'publish');
        if (policy === 'block') {
          await page.getByText('The label service gave no answer about this text, so it was not published.').first().waitFor();
          await shot(page, 'editor-blocked');
          const close = page.getByRole('button', { name: /Close panel|Cancel/ }).first();
          if (await close.isVisible()) await close.click();
          await panel.getByRole('button', { name: 'Publish without waiting…' }).click();
          await panel.getByLabel('Why can this article not wait?').fill('A flood warning cannot wait.');
          await Promise.all([page.waitForEvent('load'), panel.getByRole('button', { name: 'Publish now' }).click()]);
          assert.equal(await w.status(id), 'publish');
        }
      } finally {
        await context.close();
        await w.recover();
        await w.policy('conservative');
      }
    });
  }

  test('A: the classic editor: the same in a meta box', async () => {
    await w.mustUse('classic.php', "<?php add_filter('use_block_editor_for_post', '__return_false');");
    await w.policy('block');
    const { context, page } = await signIn(w, 'editor');
    try {
      const { id } = (await w.rest('editor', 'POST', '/wp/v2/posts', { title: 'Classic', content: '<p>Купите лодку.</p>', status: 'draft' })).body;
      await page.goto(`${w.url}/wp-admin/post.php?post=${id}&action=edit`);
      await page.locator('#labelservice select[name="labelservice[kind]"]').selectOption('advertisement');
      await page.locator('#publish').click();
      await page.waitForLoadState();
      assert.match(await page.locator('.notice-warning').first().innerText(), /data is lacking/);
      assert.equal(await w.status(id), 'pending');
      await page.locator('#labelservice input[name="labelservice[advertiser]"]').fill('ООО «Лодка»');
      await page.locator('#labelservice input[name="labelservice[erid]"]').fill('abc');
      await shot(page, 'classic');
      await page.locator('#publish').click();
      await page.waitForLoadState();
      assert.equal(await w.status(id), 'publish');
      await page.locator('#labelservice [data-labelservice="check"]').click();
      await page.waitForEvent('load');
      assert.match((await w.page(id)).html, /erid: abc/);
    } finally {
      await context.close();
      await w.mustUse('classic.php', null);
      await w.policy('conservative');
    }
  });

  test('the settings page: the key is never shown, the connection is tried, what is wrong is said', async () => {
    const { context, page } = await signIn(w, 'chief');
    try {
      await page.goto(`${w.url}/wp-admin/options-general.php?page=labelservice-settings`);
      assert.ok(!(await page.content()).includes(w.key));
      await page.locator('[data-labelservice="key"]').click();
      await page.getByText(/The key is valid: site default/).waitFor();
      await page.fill('#labelservice-url', 'javascript:alert(1)');
      await page.locator('#labelservice-url').evaluate((field) => { field.type = 'text'; });
      await page.locator('#submit').click();
      await page.getByText(/The address of the service begins with/).waitFor();
      assert.equal(await page.inputValue('#labelservice-url'), w.proxyUrl);
      await shot(page, 'settings');
      await page.goto(`${w.url}/wp-admin/tools.php?page=labelservice`);
      await shot(page, 'overview');
    } finally {
      await context.close();
    }
  });
}
