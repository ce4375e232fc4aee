// A, B and D: whichever way an article becomes public, and however the service fails.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, DEFAULT, NOTICE } from '../lib/world.mjs';
import { until } from '../lib/processes.mjs';
import { signIn } from '../lib/browser.mjs';

const XML = (method, ...values) => `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${values.map((v) => `<param><value>${v}</value></param>`).join('')}</params></methodCall>`;
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Each way to publish; gives the post's id. */
const ways = {
  'REST, created and published in one call': async (w) => (await w.publish('REST', article('Выдуманный курьер'))).body.id,
  'REST, a draft that is published': async (w) => {
    const { id } = (await w.rest('author', 'POST', '/wp/v2/posts', { title: 'Draft', content: article('Выдуманный курьер'), status: 'draft' })).body;
    await w.rest('editor', 'POST', `/wp/v2/posts/${id}`, { status: 'publish' });
    return id;
  },
  'REST, a draft whose text changes as it is published': async (w) => {
    const { id } = (await w.rest('author', 'POST', '/wp/v2/posts', { title: 'Draft', content: '<p>Ничего.</p>', status: 'draft' })).body;
    await w.rest('editor', 'POST', `/wp/v2/posts/${id}`, { status: 'publish', content: article('Выдуманный курьер') });
    return id;
  },
  'quick edit': async (w) => {
    const { id } = (await w.rest('author', 'POST', '/wp/v2/posts', { title: 'Quick', content: article('Выдуманный курьер'), status: 'draft' })).body;
    const { context } = await signIn(w, 'editor');
    try {
      const page = await context.newPage();
      await page.goto(`${w.url}/wp-admin/edit.php`);
      await page.locator(`#post-${id}`).hover();
      await page.locator(`#post-${id} button.editinline`).click();
      await page.locator(`#edit-${id} select[name=_status]`).selectOption('publish');
      await page.locator(`#edit-${id} button.save`).click();
      await page.locator(`#edit-${id}`).waitFor({ state: 'detached' });
    } finally {
      await context.close();
    }
    return id;
  },
  'XML-RPC': async (w) => {
    const content = `<struct><member><name>post_title</name><value><string>XML-RPC</string></value></member><member><name>post_status</name><value><string>publish</string></value></member><member><name>post_content</name><value><string>${escape(article('Выдуманный курьер'))}</string></value></member></struct>`;
    const response = await fetch(`${w.url}/xmlrpc.php`, { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body: XML('wp.newPost', '<int>1</int>', '<string>editor</string>', '<string>a rather long one</string>', content) });
    const text = await response.text();
    const id = text.match(/<string>(\d+)<\/string>/);
    assert.ok(id, text);
    return Number(id[1]);
  },
  'an import': async (w) => Number(await w.cli(`define('WP_IMPORTING', true); $_SERVER['HTTP_HOST'] = '${new URL(w.url).host}';
    echo wp_insert_post(array('post_title' => 'Import', 'post_status' => 'publish', 'post_date' => '2024-05-05 10:00:00', 'post_content' => ${JSON.stringify(article('Выдуманный курьер')).replaceAll('$', '\\$')}));`)),
  'cron, as scheduled': async (w) => {
    const date = new Date(Date.now() + 3600000).toISOString().slice(0, 19);
    const made = await w.rest('editor', 'POST', '/wp/v2/posts', { title: 'Scheduled', content: article('Выдуманный курьер'), status: 'future', date_gmt: date });
    assert.equal(made.body.status, 'future');
    const { id } = made.body;
    // An hour passes.
    await w.run(`global $wpdb; $at = gmdate('Y-m-d H:i:s', time() - 60); $wpdb->update($wpdb->posts, array('post_date' => $at, 'post_date_gmt' => $at), array('ID' => ${id})); clean_post_cache(${id});
      wp_clear_scheduled_hook('publish_future_post', array(${id})); wp_schedule_single_event(time() - 1, 'publish_future_post', array(${id})); return true;`);
    await fetch(`${w.url}/wp-cron.php?doing_wp_cron`);
    await until('cron', async () => (await w.status(id)) !== 'future', 15);
    return id;
  },
  'code that calls wp_publish_post': async (w) => {
    const { id } = (await w.rest('author', 'POST', '/wp/v2/posts', { title: 'Code', content: article('Выдуманный курьер'), status: 'draft' })).body;
    await w.run(`wp_publish_post(${id}); return true;`);
    return id;
  },
};

export default function publishTests(w) {
  for (const [way, publish] of Object.entries(ways)) {
    test(`A: ${way}: published with its label`, async () => {
      await w.policy('conservative');
      const id = await publish(w);
      const page = await w.page(id);
      assert.equal(await w.status(id), 'publish');
      assert.ok(page.html.includes(NOTICE), 'the notice is on the page');
      assert.ok(!page.html.includes(DEFAULT));
    });

    test(`A: ${way}: held while the service is away, published with its label afterwards`, async () => {
      await w.policy('hold');
      await w.fault('reset');
      const id = await publish(w);
      assert.equal(await w.status(id), 'pending');
      assert.equal((await w.page(id)).status, 404);
      await w.recover();
      assert.equal(await w.status(id), 'publish');
      assert.ok((await w.page(id)).html.includes(NOTICE));
    });
  }

  const faults = ['500', 'hang', '401', '429', 'malformed', 'html', 'empty', 'redirect', 'slow'];
  for (const fault of faults) {
    for (const policy of ['block', 'hold', 'conservative', 'open']) {
      test(`B: ${fault} under ${policy}`, async () => {
        await w.policy(policy);
        await w.fault(fault);
        const start = Date.now();
        const made = await w.publish(`${fault} ${policy}`, article('Выдуманный курьер'));
        const took = Date.now() - start;
        assert.equal(made.status, 201);
        assert.ok(took < 5000, `the save took ${took} ms`);
        const { id } = made.body;
        const isPublic = policy === 'conservative' || policy === 'open';
        assert.equal(made.body.status, isPublic ? 'publish' : 'pending', 'the answer to the editor says how it stands');
        assert.equal(await w.status(id), isPublic ? 'publish' : 'pending');
        const page = await w.page(id);
        assert.equal(page.status, isPublic ? 200 : 404);
        assert.equal(page.html.includes(DEFAULT), policy === 'conservative');
        assert.equal(made.body.labelservice.message !== '', !isPublic, 'the author is told why');
        if (policy === 'open') {
          assert.ok((await w.overview()).includes(`data-post="${id}"`), 'it is listed');
        }

        if (fault === '401') {
          // Nobody asks again and again with a refused key: an administrator who mends it does.
          w.proxy.calls.length = 0;
          await w.run('LabelService\\Breaker::close(); return LabelService\\Worker::tick();');
          assert.equal(w.proxy.checks.filter((call) => call.body.includes(w.externalId(id))).length, 0);
        }

        await w.recover();
        if (policy === 'block') {
          assert.equal(await w.status(id), 'pending', 'only its author publishes it');
          await w.rest('editor', 'POST', `/wp/v2/posts/${id}`, { status: 'publish' });
        }
        const after = await w.page(id);
        assert.equal(after.status, 200);
        assert.ok(after.html.includes(NOTICE), 'labelled after the service returned');
        assert.ok(!after.html.includes(DEFAULT));
        assert.ok(!(await w.overview()).includes(`data-post="${id}"`));
      });
    }
  }

  test('B: a rule that blocks holds under every policy', async () => {
    for (const policy of ['block', 'hold', 'conservative', 'open']) {
      await w.policy(policy);
      const made = await w.publish('Forbidden', '<p>Это непечатная новость.</p>');
      assert.equal(made.body.status, 'pending', policy);
      assert.match(made.body.labelservice.message, /A rule holds this article back/);
    }
  });

  test('B: an advertisement without its token waits, and is published when it has one', async () => {
    await w.policy('block');
    const made = await w.publish('Advertisement', '<p>Купите лодку.</p>', { meta: { _labelservice_facts: { kind: 'advertisement', advertiser: 'ООО «Лодка»' } } });
    assert.equal(made.body.status, 'pending');
    assert.deepEqual(made.body.labelservice.labels[0].needs, ['the advertising token (erid)']);
    const again = await w.rest('editor', 'POST', `/wp/v2/posts/${made.body.id}`, { status: 'publish', meta: { _labelservice_facts: { kind: 'advertisement', advertiser: 'ООО «Лодка»', erid: 'abc123' } } });
    assert.equal(again.body.status, 'publish');
    const page = await w.page(made.body.id);
    assert.match(page.html, /Купите лодку[\s\S]*Реклама: ООО «Лодка», erid: abc123/);
  });

  test('B: an edit of a public article while the service is away is not public unlabelled', async () => {
    await w.policy('conservative');
    const { id } = (await w.publish('Edited', '<p>Ничего особенного.</p>')).body;
    assert.ok(!(await w.page(id)).html.includes('ls-disclosure'));
    await w.fault('hang');
    await w.rest('editor', 'POST', `/wp/v2/posts/${id}`, { content: article('Выдуманный курьер') });
    assert.ok((await w.page(id)).html.includes(DEFAULT));
    await w.recover();
    const page = await w.page(id);
    assert.ok(page.html.includes(NOTICE) && !page.html.includes(DEFAULT));
  });

  test('B: mending a comma of a public article does not take it down for a question that was open before', async () => {
    await w.policy('open');
    const content = article('Другая газета', 'Сегодня Пётр Травкин стоял у моста.');
    const { id } = (await w.publish('Comma', content)).body;
    assert.equal(await w.state(id), 'pending');
    await w.policy('block');
    const comma = await w.rest('editor', 'POST', `/wp/v2/posts/${id}`, { content: content.replace('Мост открыли', 'Мост, наконец, открыли') });
    assert.equal(comma.body.status, 'publish');
    const worse = await w.rest('editor', 'POST', `/wp/v2/posts/${id}`, { content: `${content}<p>Это непечатная новость.</p>` });
    assert.equal(worse.body.status, 'pending');
  });

  test('B: a register that is out of date counts as no answer where the site wants it so', async () => {
    await w.policy('block');
    await w.run("LabelService\\Settings::update(array('strict' => true)); return true;");
    await w.fault('partial');
    const made = await w.publish('Partial', article('Выдуманный курьер'));
    assert.equal(made.body.status, 'pending');
    assert.match(made.body.labelservice.message, /out of date/);
    await w.run("LabelService\\Settings::update(array('strict' => false)); return true;");
    assert.equal((await w.publish('Partial', article('Выдуманный курьер'))).body.status, 'publish');
    await w.fault('pass');
  });

  test('B: a long import is not cut off by the time that each save may take', async () => {
    await w.policy('block');
    const out = await w.cli(`for ($i = 0; $i < 60; $i++) { $id = wp_insert_post(array('post_title' => "Long $i", 'post_status' => 'publish', 'post_content' => "<p>Мост $i открыли.</p><p>Источник: Выдуманный курьер</p>")); echo get_post_status($id), "\\n"; }`);
    assert.deepEqual(new Set(out.trim().split('\n')), new Set(['publish']));
  });

  test('D: saved twice, asked and decided once', async () => {
    await w.policy('conservative');
    const content = article('Выдуманный курьер', 'Пётр Травкин пришёл.');
    const { id } = (await w.rest('editor', 'POST', '/wp/v2/posts', { title: 'Twice', content, status: 'draft' })).body;
    w.proxy.calls.length = 0;
    await Promise.all([1, 2, 3].map(() => w.rest('editor', 'POST', `/wp/v2/posts/${id}`, { title: 'Twice', content })));
    const asked = () => w.proxy.checks.filter((call) => call.body.includes(`"${w.externalId(id)}"`)).length;
    assert.equal(asked(), 0, 'the text was known');
    await w.rest('editor', 'POST', `/wp/v2/posts/${id}`, { status: 'publish' });
    await w.recover();
    assert.equal(asked(), 1, 'once more, when its address and time were known');
    const reviews = await w.reviews();
    assert.equal(reviews.filter((review) => review.externalId === w.externalId(id)).length, 1, 'one question for a moderator');
  });

  test('D: a save whose answer was lost is asked again with the same key', async () => {
    await w.policy('conservative');
    await w.fault('hang');
    w.proxy.calls.length = 0;
    const { id } = (await w.publish('Lost', article('Выдуманный курьер'))).body;
    await w.recover();
    const keys = w.proxy.checks.filter((call) => call.body.includes(w.externalId(id))).map((call) => call.headers['idempotency-key']);
    assert.ok(keys.length >= 2, `${keys.length} tries`);
    assert.equal(new Set(keys).size, 1);
  });
}
