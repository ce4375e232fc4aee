// The service is killed while 200 articles are being published, under each policy.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, DEFAULT, NOTICE } from '../lib/world.mjs';

const COUNT = 200;
const ABREAST = 4;

export default function stormTests(w) {
  for (const policy of ['block', 'hold', 'conservative', 'open']) {
    test(`the service stops in the middle of publishing ${COUNT} posts under ${policy}`, async () => {
      await w.policy(policy);
      await w.fault('pass');
      const ids = [];
      let longest = 0;
      let next = 0;
      let killed;
      const one = async () => {
        while (next < COUNT) {
          const number = next++;
          if (number === COUNT / 2) killed = w.killService();
          const start = Date.now();
          const made = await w.publish(`Storm ${policy} ${number}`, article('Выдуманный курьер'));
          longest = Math.max(longest, Date.now() - start);
          ids.push(made.body.id);
        }
      };
      await Promise.all(Array.from({ length: ABREAST }, one));
      await killed;
      assert.ok(longest < 5000, `the longest save took ${longest} ms`);
      const list = ids.join(',');
      const statuses = await w.run(`$of = array(); foreach (array(${list}) as $id) { $of[$id] = get_post_status($id); } return $of;`);
      const seen = { public: 0, labelled: 0, warned: 0, bare: [] };
      for (const id of ids) {
        if (statuses[id] !== 'publish') continue;
        seen.public += 1;
        const { html } = await w.page(id);
        if (html.includes(NOTICE)) seen.labelled += 1;
        else if (html.includes(DEFAULT)) seen.warned += 1;
        else seen.bare.push(id);
      }
      console.log(`    ${policy}: ${seen.public} public (${seen.labelled} labelled, ${seen.warned} with the site's notice, ${seen.bare.length} bare), ${COUNT - seen.public} wait; longest save ${longest} ms`);
      assert.ok(seen.labelled >= COUNT / 2 - ABREAST, 'those before the stop are labelled');
      if (policy === 'open') {
        const overview = await w.overview();
        assert.ok(seen.bare.length > 0);
        assert.deepEqual(seen.bare.filter((id) => !overview.includes(`data-post="${id}"`)), [], 'each is listed');
      } else {
        assert.deepEqual(seen.bare, [], 'no unlabelled article is public');
      }
      await w.startService();
      await w.recover();
      if (policy === 'block') {
        await w.run(`foreach (array(${list}) as $id) { if ('pending' === get_post_status($id)) { wp_update_post(array('ID' => $id, 'post_status' => 'publish')); } } return true;`);
      }
      const after = await w.run(`$bare = array(); foreach (array(${list}) as $id) { $record = LabelService\\Record::of($id); if ('publish' !== get_post_status($id) || ! $record || array() === $record['labels']) { $bare[] = $id; } } return $bare;`);
      assert.deepEqual(after, [], 'all are public and labelled after it returned');
      for (const id of ids.slice(-5)) assert.ok((await w.page(id)).html.includes(NOTICE));
      const overview = await w.overview();
      assert.deepEqual(ids.filter((id) => overview.includes(`data-post="${id}"`)), [], 'none is listed any more');
    });
  }
}
