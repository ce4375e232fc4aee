// I: who may do what.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../lib/processes.mjs';
import { signIn } from '../lib/browser.mjs';
import { article, NOTICE } from '../lib/world.mjs';

export default function peopleTests(w) {
  test('I: an author cannot change settings, run jobs, or break glass', async () => {
    for (const [method, route, body] of [['GET', '/labelservice/v1/backfill'], ['POST', '/labelservice/v1/backfill', { action: 'start' }], ['POST', '/labelservice/v1/key', {}], ['POST', '/labelservice/v1/webhook-connection', {}], ['GET', '/labelservice/v1/health']]) {
      assert.equal((await w.rest('author', method, route, body)).status, 403, route);
      assert.equal((await fetch(`${w.url}/wp-json${route}`, { method, ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}) })).status, 401, `${route}, nobody`);
    }
    await w.policy('block');
    await w.fault('hang');
    const { id } = (await w.rest('author', 'POST', '/wp/v2/posts', { title: 'Mine', content: article('Выдуманный курьер'), status: 'publish' })).body;
    const broken = await w.rest('author', 'POST', `/labelservice/v1/posts/${id}/break-glass`, { reason: 'because I want it so' });
    assert.equal(broken.status, 403);
    assert.equal(await w.status(id), 'pending');
    const { context, page } = await signIn(w, 'author');
    try {
      for (const address of ['options-general.php?page=labelservice-settings', 'tools.php?page=labelservice']) {
        assert.equal((await page.goto(`${w.url}/wp-admin/${address}`)).status(), 403, address);
      }
      const saved = await page.request.post(`${w.url}/wp-admin/options.php`, { form: { option_page: 'labelservice', action: 'update', 'labelservice_settings[policy]': 'open' } });
      assert.notEqual(saved.status(), 200);
      assert.equal(await w.run("return LabelService\\Settings::get('policy');"), 'block');
    } finally {
      await context.close();
    }
    await w.recover();
  });

  test('I: nobody removes a label by REST meta, custom fields or a copy', async () => {
    await w.policy('conservative');
    const { id } = (await w.rest('author', 'POST', '/wp/v2/posts', { title: 'Kept', content: article('Выдуманный курьер'), status: 'publish' })).body;
    await w.rest('author', 'POST', `/wp/v2/posts/${id}`, { meta: { _labelservice_record: [], _labelservice_state: 'clear' }, labelservice: null });
    const edit = `<?xml version="1.0"?><methodCall><methodName>wp.editPost</methodName><params><param><value><int>1</int></value></param><param><value>author</value></param><param><value>a rather long one</value></param><param><value><int>${id}</int></value></param><param><value><struct><member><name>custom_fields</name><value><array><data><value><struct><member><name>key</name><value>_labelservice_record</value></member><member><name>value</name><value>x</value></member></struct></value></data></array></value></member></struct></value></param></params></methodCall>`;
    await fetch(`${w.url}/xmlrpc.php`, { method: 'POST', body: edit });
    assert.ok((await w.page(id)).html.includes(NOTICE));
    // As plugins that duplicate posts do: the meta comes along, and does not count.
    const copy = await w.run(`$from = ${id}; $to = wp_insert_post(array('post_title' => 'Copy', 'post_content' => '<p>Ничего.</p>', 'post_status' => 'draft')); foreach (get_post_meta($from) as $k => $v) { update_post_meta($to, $k, wp_slash(maybe_unserialize($v[0]))); } return array($to, LabelService\\Record::of($to));`);
    assert.equal(copy[1], null);
  });

  test('I: an editor breaks the glass with a reason; it is kept, told, and somebody else looks at it', async () => {
    await w.policy('block');
    await w.fault('hang');
    const { id } = (await w.publish('Urgent', article('Выдуманный курьер'))).body;
    assert.equal((await w.rest('editor', 'POST', `/labelservice/v1/posts/${id}/break-glass`, { reason: 'short' })).status, 400);
    const broken = await w.rest('editor', 'POST', `/labelservice/v1/posts/${id}/break-glass`, { reason: 'A warning of a flood cannot wait.' });
    assert.equal(broken.body.status, 'publish');
    assert.equal(await w.status(id), 'publish');
    assert.match(await w.overview(), /data-table="overrides"[\s\S]*A warning of a flood cannot wait\./);
    await fetch(`${w.url}/wp-cron.php?doing_wp_cron`);
    await until('the mail', async () => (await w.mails()).length > 0, 15);
    assert.ok((await w.mails()).some((mail) => JSON.stringify(mail).includes('flood')), 'mailed');
    await w.recover();
    assert.ok((await w.page(id)).html.includes(NOTICE), 'labelled after the service returned');
    const press = async (login) => {
      const { context, page } = await signIn(w, login);
      try {
        await page.goto(`${w.url}/wp-admin/tools.php?page=labelservice`);
        const button = page.locator(`[data-table="overrides"] [data-post="${id}"] button`);
        if ((await button.count()) === 0) return false;
        await button.click();
        await page.waitForLoadState();
        return (await page.locator(`[data-table="overrides"] [data-post="${id}"]`).innerText()).includes(`Seen by The ${login}`);
      } finally {
        await context.close();
      }
    };
    assert.equal(await press('editor'), false, 'not who did it');
    assert.equal(await press('editor2'), true);
    // The next text is judged anew.
    await w.fault('hang');
    const edited = await w.rest('editor', 'POST', `/wp/v2/posts/${id}`, { content: article('Выдуманный курьер', 'Ещё.') });
    assert.equal(edited.body.status, 'pending');
    await w.recover();
    await w.policy('conservative');
  });

  test('I: "this is wrong" reaches the service', async () => {
    const { id } = (await w.publish('Wrong', article('Выдуманный курьер'))).body;
    const view = (await w.rest('editor', 'GET', `/labelservice/v1/posts/${id}`)).body;
    w.proxy.calls.length = 0;
    assert.deepEqual((await w.rest('editor', 'POST', `/labelservice/v1/posts/${id}/wrong`, { disclosureId: view.labels[0].id, comment: 'Another paper of that name.' })).body, { sent: true });
    const call = w.proxy.calls.find((c) => c.path.endsWith('/feedback'));
    assert.equal(JSON.parse(call.body).kind, 'wrong');
    assert.equal((await w.rest('author', 'POST', `/labelservice/v1/posts/${id}/wrong`, { comment: 'not mine' })).status, 403);
  });
}
