// Authors who would rather have no label, services that say strange things, and what changes past the editor.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../lib/processes.mjs';
import { article, NOTICE } from '../lib/world.mjs';

const P = (text) => `<!-- wp:paragraph --><p>${text}</p><!-- /wp:paragraph -->\n`;
const asAuthor = (w, title, content, more = {}) => w.rest('author', 'POST', '/wp/v2/posts', { title, content, status: 'publish', ...more });

export default function hostileTests(w) {
  test('an author cannot take the label off with a comment, in text or excerpt', async () => {
    await w.policy('block');
    const { id } = (await w.rest('author', 'POST', '/wp/v2/posts', { title: 'Comment', content: '<p>x</p>', status: 'draft' })).body;
    const mark = `<!-- labelservice ${id} -->`;
    await w.rest('author', 'POST', `/wp/v2/posts/${id}`, { content: mark + article('Выдуманный курьер') + mark, excerpt: `${mark}Коротко.`, status: 'publish' });
    assert.ok((await w.page(id)).html.includes(NOTICE));
    assert.ok((await w.rest('editor', 'GET', `/wp/v2/posts/${id}`)).body.excerpt.rendered.includes(NOTICE));
  });

  test('words inside blocks that list other articles are the article’s; the listed articles are not', async () => {
    await w.policy('block');
    const inside = await asAuthor(w, 'Query', `${P('Погода.')}<!-- wp:query {"queryId":1,"query":{"perPage":3,"postType":"post"}} --><div class="wp-block-query">${article('Выдуманный курьер')}<!-- wp:post-template --><!-- wp:post-title /--><!-- wp:post-content /--><!-- /wp:post-template --></div><!-- /wp:query -->`);
    assert.equal(inside.body.status, 'publish');
    assert.ok((await w.page(inside.body.id)).html.includes(NOTICE));
    const nested = await asAuthor(w, 'Nested', `<!-- wp:group --><div class="wp-block-group"><!-- wp:query {"queryId":1,"query":{"perPage":20,"postType":"post"}} --><div class="wp-block-query"><!-- wp:post-template --><!-- wp:post-content /--><!-- /wp:post-template --></div><!-- /wp:query --></div><!-- /wp:group -->${P('Погода была хороша.')}`);
    assert.equal(nested.body.status, 'publish', nested.body.labelservice.message);
    const sent = w.proxy.checks.findLast((call) => call.body.includes(w.externalId(nested.body.id)));
    assert.ok(sent.body.length < 5000, `sent ${sent.body.length} bytes`);
  });

  test('a reusable block that changes changes the articles that hold it', async () => {
    await w.policy('block');
    const block = (await w.rest('author', 'POST', '/wp/v2/blocks', { title: 'Block', content: P('Погода.'), status: 'publish' })).body.id;
    const { id } = (await asAuthor(w, 'Reusable', `<!-- wp:block {"ref":${block}} /-->`)).body;
    await w.rest('author', 'POST', `/wp/v2/blocks/${block}`, { content: article('Выдуманный курьер') });
    assert.ok((await w.page(id)).html.includes(NOTICE));
    await w.rest('author', 'POST', `/wp/v2/blocks/${block}`, { content: P('Это непечатная новость.') });
    assert.equal(await w.status(id), 'pending');
  });

  for (const [name, wrap] of Object.entries({
    'tiny letters': (notice) => `<p style="font-size:1px;color:#fff;background-color:#fff">${notice}</p>`,
    'a class for screen readers': (notice) => `<p class="screen-reader-text">${notice}</p>`,
    'a fold': (notice) => `<details><summary>x</summary><p>${notice}</p></details>`,
  })) {
    test(`a notice that its author hides (${name}) is not taken as there`, async () => {
      await w.policy('conservative');
      const { id } = (await asAuthor(w, 'Hidden', `${wrap(`${NOTICE}.`)}\n<p>18+</p>\n${article('Выдуманный курьер')}`)).body;
      assert.match((await w.page(id)).html, /<p[^>]*class="ls-disclosure"[^>]*data-type="site-notice"/);
    });
  }

  test('the remark stands at the mention that readers see', async () => {
    const { id } = (await asAuthor(w, 'Mention', `<p><span class="screen-reader-text">Травкин Пётр Ильич</span>Вчера Травкин Пётр Ильич выступил.</p>${P('Погода.')}`)).body;
    assert.match((await w.page(id)).html, /Вчера Травкин Пётр Ильич <span class="ls-remark"/);
  });

  test('an author cannot clear what the proof found', async () => {
    const { id } = (await asAuthor(w, 'Proof', article('Выдуманный курьер'))).body;
    assert.equal((await w.rest('author', 'POST', `/labelservice/v1/posts/${id}/proof`, { labels: [] })).status, 403);
    await w.mustUse('theme-fault.php', "<?php add_filter('the_content', function ($c) { return preg_replace('#<p[^>]*ls-disclosure.*?</p>#s', '', $c); }, PHP_INT_MAX);");
    try {
      const lied = await w.rest('editor', 'POST', `/labelservice/v1/posts/${id}/proof`, { labels: [{ text: NOTICE, visible: true, first: true, ratio: 9, contrast: 21 }, { text: '18+', visible: true, first: true, ratio: 9, contrast: 21 }] });
      assert.ok(lied.body.faults.length > 0, 'the server looks itself');
    } finally {
      await w.mustUse('theme-fault.php', null);
    }
  });

  test('a text that the service cannot check does not pass, and its author reads why', async () => {
    for (const [policy, status] of [['block', 'pending'], ['hold', 'pending'], ['conservative', 'pending'], ['open', 'publish']]) {
      await w.policy(policy);
      const made = await asAuthor(w, 'Deep', `${P('Это непечатная новость.')}${'<div>'.repeat(600)}${'</div>'.repeat(600)}`);
      assert.equal(made.body.status, status, policy);
      assert.equal(await w.state(made.body.id), 'refused');
      if (status === 'pending') assert.match(made.body.labelservice.message, /cannot check this text/);
    }
  });

  test('a register that changed after the draft was checked counts at the moment of publication', async () => {
    await w.policy('block');
    const { id } = (await w.rest('editor', 'POST', '/wp/v2/posts', { title: 'Late', content: article('Выдуманный курьер'), status: 'draft' })).body;
    await w.run(`$r = LabelService\\Record::of(${id}); $r['labels'] = array(); $r['age'] = null; $r['etag'] = ''; $r['fetchedAt'] = time() - 600; update_post_meta(${id}, '_labelservice_record', wp_slash($r)); return true;`);
    await w.rest('editor', 'POST', `/wp/v2/posts/${id}`, { status: 'publish' });
    assert.ok((await w.page(id)).html.includes(NOTICE));
  });

  test('labels of another article, and words that this version does not know, are not taken for "nothing"', async () => {
    await w.policy('block');
    await w.fault('stranger');
    const stranger = await asAuthor(w, 'Stranger', article('Выдуманный курьер'));
    assert.ok((await w.page(stranger.body.id)).html.includes(NOTICE), 'the check’s own answer counts');
    for (const fault of ['verdict', 'status', 'action']) {
      await w.fault(fault);
      const made = await asAuthor(w, fault, P('Погода.'));
      assert.equal(made.body.status, 'pending', fault);
    }
    await w.fault('pass');
  });

  test('what was edited past WordPress or while the plugin was off is found', async () => {
    await w.policy('conservative');
    const { id } = (await asAuthor(w, 'Past', P('Погода.'))).body;
    await w.run(`global $wpdb; $wpdb->update($wpdb->posts, array('post_content' => '<p>Мост.</p><p>Источник: Выдуманный курьер</p>'), array('ID' => ${id})); clean_post_cache(${id}); LabelService\\Round::sooner(); return true;`);
    await until('the notice', async () => {
      await w.run('return LabelService\\Worker::tick();');
      return (await w.page(id)).html.includes(NOTICE);
    }, 20);
  });

  test('a page of a paged article, and what stands before "more", carry the notice that the author wrote elsewhere', async () => {
    const { id } = (await asAuthor(w, 'Paged', `${P('Начало.')}<!--nextpage-->${P(`${NOTICE}.`)}${article('Выдуманный курьер')}`)).body;
    assert.ok((await w.page(id)).html.includes(NOTICE));
  });

  test('galleries, whose markup has a number that changes, are known again', async () => {
    const gallery = (text) => `<!-- wp:gallery {"linkTo":"none"} --><figure class="wp-block-gallery has-nested-images columns-default is-cropped"><!-- wp:image --><figure class="wp-block-image"><img src="/x.png" alt=""/></figure><!-- /wp:image --></figure><!-- /wp:gallery -->\n<!-- wp:buttons --><div class="wp-block-buttons"><!-- wp:button --><div class="wp-block-button"><a class="wp-block-button__link">${text}</a></div><!-- /wp:button --></div><!-- /wp:buttons -->\n${article('Выдуманный курьер')}`;
    await w.policy('hold');
    await w.fault('reset');
    const held = await w.publish('Gallery', gallery('a'));
    assert.equal(held.body.labelservice.held, true);
    await w.recover();
    assert.equal(await w.status(held.body.id), 'publish');
    await w.policy('block');
    const { id } = held.body;
    w.proxy.calls.length = 0;
    for (let i = 0; i < 3; i++) await w.rest('editor', 'POST', `/wp/v2/posts/${id}`, { comment_status: i % 2 ? 'open' : 'closed' });
    assert.equal(w.proxy.checks.length, 0, 'nothing was asked for what did not change');
    await w.fault('reset');
    assert.equal((await w.rest('editor', 'POST', `/wp/v2/posts/${id}`, { comment_status: 'closed' })).body.status, 'publish');
    const broken = (await w.publish('Broken', gallery('b'))).body.id;
    assert.equal((await w.rest('editor', 'POST', `/labelservice/v1/posts/${broken}/break-glass`, { reason: 'A warning cannot wait.' })).body.status, 'publish');
    await w.recover();
  });

  test('who edits what was held takes over: it is not published by itself', async () => {
    await w.policy('hold');
    await w.fault('reset');
    const { id } = (await w.rest('author', 'POST', '/wp/v2/posts', { title: 'Held', content: article('Выдуманный курьер'), status: 'publish' })).body;
    await w.rest('editor', 'POST', `/wp/v2/posts/${id}`, { title: 'Held, edited by another' });
    await w.recover();
    assert.equal(await w.status(id), 'pending');
    await w.policy('conservative');
  });

  test('a cursor of another store begins anew', async () => {
    await w.run("update_option('labelservice_cursor', '99999999', false); LabelService\\Worker::tick(); LabelService\\Worker::tick(); return true;");
    assert.ok(Number(await w.run("return get_option('labelservice_cursor');")) < 99999999);
  });

  test('facts are for those who edit; strange values do not break', async () => {
    const { id } = (await w.publish('Facts', P('Погода.'), { meta: { _labelservice_facts: { ai: 'assisted', advertiser: 'ООО «Лодка»' } } })).body;
    assert.ok(!JSON.stringify(await (await fetch(`${w.url}/wp-json/wp/v2/posts/${id}`)).json()).includes('Лодка'));
    assert.equal((await w.rest('editor', 'POST', `/labelservice/v1/posts/${id}/try`, { facts: { sourceUrl: ['x'], kind: { a: 1 } } })).status, 200);
  });

  test('trashed, an article is erased at the service; back again, it is asked about anew', async () => {
    const { id } = (await w.publish('Trash', article('Выдуманный курьер'))).body;
    await w.recover();
    await w.rest('editor', 'DELETE', `/wp/v2/posts/${id}`);
    w.proxy.calls.length = 0;
    await w.run('return LabelService\\Worker::tick();');
    assert.ok(w.proxy.calls.some((call) => call.method === 'DELETE' && call.url.includes(encodeURIComponent(w.externalId(id)))));
    await w.run(`wp_untrash_post(${id}); wp_publish_post(${id}); return true;`);
    assert.ok((await w.page(id)).html.includes(NOTICE));
  });
}
