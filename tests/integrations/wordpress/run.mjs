// The acceptance list in one run: one site, one service, one browser.
import { after, before, test } from 'node:test';
import { closeBrowser } from './lib/browser.mjs';
import { World } from './lib/world.mjs';

const world = await World.make();
console.log(`WordPress ${world.version} at ${world.url}`);
after(async () => {
  await closeBrowser();
  await world.close();
});
for (const file of ['publish', 'surfaces', 'registers', 'people', 'hostile', 'editor', 'pages', 'storm', 'leaving']) {
  if (!process.env.ONLY || process.env.ONLY.split(',').includes(file)) {
    (await import(`./tests/${file}.mjs`)).default(world);
  }
}
