// A browser, and pages of a site that hosts labels.js itself.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import { chromium } from "playwright-core";

const root = new URL("../../../", import.meta.url);
const text = (path) => readFileSync(new URL(path, root), "utf8");
export const script = text("src/clients/labels/labels.js");
export const readme = text("src/clients/labels/README.md");
const axe = text("tests/clients/node_modules/axe-core/axe.min.js");
const files = { "/labels.js": ["text/javascript", script], "/labels.css": ["text/css", text("src/LabelService.Web/Labels/labels.css")] };

/** The site's content policy allows its own scripts and nothing else. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:";

export async function startSite() {
  const pages = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://site");
    const [type, content, status = 200] = pages.get(pathname) ?? files[pathname] ?? ["text/plain", "nothing", 404];
    if (content === null) return request.socket.resetAndDestroy();
    return response.writeHead(status, { "content-type": `${type}; charset=utf-8`, "content-security-policy": policy }).end(content);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
  const url = `http://127.0.0.1:${server.address().port}`;
  return {
    url,
    /** Puts files onto the site: path → [type, content, status]; content null breaks the connection. */
    put: (more) => Object.entries(more).forEach(([path, file]) => pages.set(path, file)),
    /** Opens a page of a phone's width, and closes the one before it. */
    open: async (path, options = {}) => {
      const { media, ...context } = options;
      for (const old of browser.contexts()) await old.close();
      const page = await (await browser.newContext({ viewport: { width: 360, height: 800 }, ...context })).newPage();
      page.alarms = [];
      page.on("pageerror", (error) => page.alarms.push(String(error)));
      page.on("dialog", (dialog) => { page.alarms.push(dialog.message()); return dialog.dismiss(); });
      page.warned = new Promise((told) => page.on("console", (message) => {
        if (/Content Security Policy/.test(message.text())) page.alarms.push(message.text());
        if (message.text().startsWith("labels-notice:")) told(message.text());
      }));
      if (media) await page.emulateMedia(media);
      await page.goto(url + path);
      return page;
    },
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What axe-core finds wrong, in a line each. */
export async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await axe.run()).violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`));
  return found;
}

/** Each label as the browser shows it; contrast as WCAG 2.2 defines it, size to that of the page's text. */
export const seen = (page) => page.evaluate(() => {
  const channels = (css) => css.match(/[\d.]+/g).map(Number);
  const luminance = (css) => channels(css).slice(0, 3).map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (of) => {
    for (let up = of; up; up = up.parentElement) if ((channels(getComputedStyle(up).backgroundColor)[3] ?? 1) === 1) return getComputedStyle(up).backgroundColor;
    return getComputedStyle(document.body).colorScheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches ? "rgb(18, 18, 18)" : "rgb(255, 255, 255)";
  };
  const contrast = (of) => {
    const [a, b] = [luminance(getComputedStyle(of).color), luminance(behind(of))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const isShown = (of) => of.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && of.getBoundingClientRect().width > 0;
  const size = (of) => parseFloat(getComputedStyle(of).fontSize);
  const text = [...document.querySelectorAll("p")].findLast((p) => !p.closest("labels-notice"));
  return [...document.querySelectorAll("labels-notice :is(p, span).ls-disclosure, labels-notice .ls-age-mark")].map((label) => {
    const words = label.querySelector(".ls-text") ?? label;
    const link = label.querySelector(".ls-about");
    return {
      words: words.textContent, type: label.dataset.type ?? "age-mark", lang: label.lang, role: label.closest("[role=note]")?.ariaLabel ?? null, aloud: words.ariaLabel,
      link: link?.getAttribute("href") ?? null, asks: link?.textContent ?? null,
      isShown: isShown(words), isWhole: label.getBoundingClientRect().right <= innerWidth && label.scrollWidth <= label.clientWidth + 1,
      ratio: size(words) / size(text), contrast: contrast(words), linkContrast: link ? contrast(link) : null,
    };
  });
});
