// A real browser that reaches this machine alone.
import { chromium } from 'playwright-core';

let browser;
export const asked = new Set();

export async function open() {
  browser ??= await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
  return browser;
}

export async function closeBrowser() {
  await browser?.close();
}

/** A context whose requests are noted. */
export async function context(options = {}) {
  const made = await (await open()).newContext({ viewport: { width: 1280, height: 900 }, ...options });
  made.setDefaultTimeout(20000);
  made.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http')) asked.add(url.hostname);
  });
  return made;
}

/** Somebody who is signed in. */
export async function signIn(world, login, options) {
  const made = await context(options);
  const page = await made.newPage();
  await page.goto(`${world.url}/wp-login.php`);
  await page.fill('#user_login', login);
  await page.fill('#user_pass', 'a rather long one');
  await Promise.all([page.waitForURL(/wp-admin/), page.click('#wp-submit')]);
  return { context: made, page };
}
