// C, F and K: wherever readers meet an article, once, and never as script.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { context } from '../lib/browser.mjs';
import { article, NOTICE } from '../lib/world.mjs';

const count = (text, part) => text.split(part).length - 1;
const text = async (url, headers) => (await fetch(url, { headers })).text();
/** The part of a page that is this article's. */
const part = (html, id) => html.match(new RegExp(`<(article|li)[^>]*\\bpost-${id}\\b[\\s\\S]*?(</article>|</li>)`))?.[0] ?? '';

export default function surfaceTests(w) {
  const surfaces = (id, slug) => ({
    single: async () => (await w.page(id)).html,
    home: async () => part(await text(`${w.url}/`), id),
    'archive of a category': async () => part(await text(`${w.url}/category/uncategorized/`), id),
    'archive of an author': async () => part(await text(`${w.url}/author/editor/`), id),
    'search, with excerpts': async () => part(await text(`${w.url}/?s=${slug}`), id),
    'feed, whole': async () => (await text(`${w.url}/feed/`)).match(new RegExp(`<item>(?:(?!</item>)[\\s\\S])*p=${id}<[\\s\\S]*?</item>`))[0].match(/<content:encoded>[\s\S]*?<\/content:encoded>/)[0],
    'feed, excerpt': async () => (await text(`${w.url}/feed/`)).match(new RegExp(`<item>(?:(?!</item>)[\\s\\S])*p=${id}<[\\s\\S]*?</item>`))[0].match(/<description>[\s\S]*?<\/description>/)[0],
    'REST, content': async () => (await w.rest('editor', 'GET', `/wp/v2/posts/${id}`)).body.content.rendered,
    'REST, excerpt': async () => (await w.rest('editor', 'GET', `/wp/v2/posts/${id}`)).body.excerpt.rendered,
    'REST, nobody signed in': async () => JSON.stringify((await (await fetch(`${w.url}/wp-json/wp/v2/posts/${id}`)).json()).content.rendered).replaceAll('\\"', '"'),
    embed: async () => text(`${w.url}/?p=${id}&embed=true`),
  });

  for (const theme of ['twentytwentyone', 'twentytwentythree']) {
    test(`C: every surface, theme ${theme}`, async (t) => {
      await w.policy('conservative');
      await w.run(`switch_theme('${theme}'); return true;`);
      const slug = `surface${theme}`;
      const content = article('Выдуманный курьер', 'Вчера Травкин Пётр Ильич выступил.');
      const whole = (await w.publish(`Surfaces ${slug}`, content, { slug })).body.id;
      const short = (await w.publish(`Surfaces short ${slug}`, content, { slug: `${slug}-short`, excerpt: 'Короткое изложение.' })).body.id;
      for (const id of [whole, short]) {
        for (const [name, look] of Object.entries(surfaces(id, slug))) {
          await t.test(`${name}${id === short ? ', with an excerpt of its own' : ''}`, async () => {
            const html = await look();
            assert.equal(count(html, NOTICE), 1, `the notice stands there once:\n${html.slice(0, 1500)}`);
            assert.ok(html.indexOf(NOTICE) < html.search(/Мост открыли|Короткое изложение/), 'before the text');
          });
        }
        await t.test('the remark stands behind the name, on the page and in the feed', async () => {
          assert.match((await w.page(id)).html, /Травкин Пётр Ильич <span class="ls-remark"[\s\S]{0,400}включён в придуманный реестр/);
        });
      }
      await w.run("switch_theme('twentytwentyone'); return true;");
    });
  }

  test('C: a post that existed before the plugin is labelled by the backfill', async () => {
    assert.ok(!(await w.page(w.older)).html.includes(NOTICE));
    assert.equal((await w.rest('chief', 'POST', '/labelservice/v1/backfill', { action: 'start' })).body.state, 'running');
    assert.equal((await w.rest('chief', 'POST', '/labelservice/v1/backfill', { action: 'pause' })).body.state, 'paused');
    await w.run('return LabelService\\Worker::tick();');
    assert.ok(!(await w.page(w.older)).html.includes(NOTICE), 'paused');
    await w.rest('chief', 'POST', '/labelservice/v1/backfill', { action: 'resume' });
    await w.run('return LabelService\\Worker::tick();');
    const status = (await w.rest('chief', 'GET', '/labelservice/v1/backfill')).body;
    assert.equal(status.state, 'done');
    assert.equal(status.done, status.total);
    assert.ok((await w.page(w.older)).html.includes(NOTICE));
  });

  test('C: the age mark, the source and data for machines are on the page', async () => {
    const { id } = (await w.publish('Mark', '<p>Мост открыли в понедельник.</p>', { meta: { _labelservice_facts: { sourceName: 'Выдуманный курьер', sourceUrl: 'https://courier.example.org/1' } } })).body;
    const { html } = await w.page(id);
    assert.match(html, /class="ls-age-mark"[\s\S]{0,300}18\+/);
    assert.match(html, /<p[^>]*class="ls-source">Источник: <a href="https:\/\/courier.example.org\/1">Выдуманный курьер<\/a>/);
    const data = JSON.parse(html.match(/<script type="application\/ld\+json">(\{.*?"contentRating".*?\})<\/script>/)[1]);
    assert.equal(data.contentRating, '18+');
    assert.equal(data.sourceOrganization.name, 'Выдуманный курьер');
  });

  test('C: a label of a film stands directly before it', async () => {
    const { id } = (await w.publish('Film', '<!-- wp:paragraph --><p>Вот придуманное видео.</p><!-- /wp:paragraph -->\n<!-- wp:video --><figure class="wp-block-video"><video controls src="/x.mp4"></video></figure><!-- /wp:video -->')).body;
    assert.match((await w.page(id)).html, /Вот придуманное видео\.<\/p>\s*<p[^>]*data-type="site-media"[\s\S]*?<\/p>\s*<figure class="wp-block-video">/);
  });

  test('F: what the author wrote already is not doubled', async () => {
    const { id } = (await w.publish('Written', `<!-- wp:paragraph --><p>${NOTICE}.</p><!-- /wp:paragraph -->\n<!-- wp:paragraph --><p>18+</p><!-- /wp:paragraph -->\n${article('Выдуманный курьер')}`)).body;
    assert.equal(count((await w.page(id)).html, NOTICE), 1);
    assert.equal((await w.rest('editor', 'GET', `/labelservice/v1/posts/${id}`)).body.labels[0].status, 'present');
    assert.equal(count(await text(`${w.url}/?p=${id}&embed=true`), NOTICE), 1, 'in the excerpt, too');
  });

  test('C: a page view never asks the service', async () => {
    const { id } = (await w.publish('Quiet', article('Выдуманный курьер'))).body;
    await w.recover();
    w.proxy.calls.length = 0;
    await Promise.all([w.page(id), text(`${w.url}/`), text(`${w.url}/feed/`), w.page(id, '&embed=true')]);
    assert.deepEqual(w.proxy.calls, []);
  });

  test('K: markup in texts, titles and what a broken-into service sends never runs', async () => {
    await w.policy('conservative');
    const title = "<script>window.hostile=3</script><img src=x onerror='window.hostile=3'>";
    // An author may not write markup that runs; an editor may, and WordPress lets them.
    const rule = (await w.rest('author', 'POST', '/wp/v2/posts', { title, content: '<p>Это враждебное правило.</p>', status: 'publish' })).body.id;
    await w.fault('hostile');
    const service = (await w.publish('Hostile', article('Выдуманный курьер'))).body.id;
    await w.fault('pass');
    const opened = await context();
    try {
      const page = await opened.newPage();
      for (const id of [rule, service]) {
        for (const url of [`${w.url}/?p=${id}`, `${w.url}/?p=${id}&embed=true`, `${w.url}/`]) {
          await page.goto(url);
          assert.equal(await page.evaluate(() => window.hostile), undefined, url);
        }
        assert.equal(await page.locator('.ls-disclosure [onerror], .ls-disclosure script, .ls-disclosure img, .ls-disclosure[onclick]').count(), 0);
      }
      await page.goto(`${w.url}/?p=${rule}`);
      assert.match(await page.locator('.ls-disclosure').first().innerText(), /<script>window\.hostile=1<\/script>/, 'shown as text');
    } finally {
      await opened.close();
    }
  });
}
