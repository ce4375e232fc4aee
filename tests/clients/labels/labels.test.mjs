import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { readme, script, seen, startSite, violations } from "../support/browser.mjs";
import { client, someId } from "../support/service.mjs";

let site;
before(async () => { site = await startSite(); });
after(() => site.close());

const [, example] = /```html\n(<!DOCTYPE.*?)```/s.exec(readme);
const html = (inner, head = "") => ["text/html", `<!DOCTYPE html><html lang="en"><head><title>A page</title><meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">${head}<script src="/labels.js" defer></script></head><body><main><h1>A page</h1>${inner}<p>Ships are expected from next week.</p></main></body></html>`];
const notice = (attributes, inner = "") => `<labels-notice about="https://labels.example.org/about/{jurisdiction}/{type}?lang={lang}" ${attributes}>${inner}</labels-notice>`;
const disclosure = (more = {}) => ({ id: "dsc_1", type: "foreign-agent", jurisdiction: "RU", status: "missing", subjects: [{ entityId: "ru-fa:travkin" }], officialLanguage: "ru", text: { ru: "Пометка", en: "A notice" }, placement: "before-body", presentation: { minFontRatio: 2, contrast: true }, ...more });
const json = (labels) => ["application/json", JSON.stringify(labels)];
const words = async (page) => (await seen(page)).map((label) => label.words);
const filled = async (page, text) => page.waitForFunction((wanted) => document.querySelector("labels-notice").textContent.includes(wanted), text);
const schemes = [{ colorScheme: "light" }, { colorScheme: "dark" }, { colorScheme: "light", forcedColors: "active" }, { media: "print" }];

test("weighs at most four kilobytes, its style included, and is made of its sources", () => {
  const size = gzipSync(script, { level: 9 }).length;
  console.log(`labels.js: ${size} bytes gzipped, ${script.length} as it is`);

  assert.ok(size <= 4096, `${size} bytes`);
  execFileSync("node", [fileURLToPath(new URL("../../../src/clients/labels/build.mjs", import.meta.url)), "--check"]);
});

for (const media of schemes) {
  test(`holds what rules set on the README's page: ${JSON.stringify(media)}`, async () => {
    site.put({ "/example.html": ["text/html", example] });
    const page = await site.open("/example.html", { media });
    const [statement, age] = await seen(page);

    assert.match(statement.words, /Травкиным Петром Ильичом/);
    assert.equal(statement.link, "https://labels.example.org/about/ru/foreign-agent?lang=ru");
    assert.deepEqual([statement.role, statement.asks, statement.lang], ["Пометка к статье", "Что значит эта пометка?", "ru"]);
    assert.ok(statement.ratio >= 2, `${statement.ratio}`);
    assert.ok(statement.contrast >= 7 && statement.linkContrast >= 4.5, `${statement.contrast}`);
    assert.deepEqual([age.words, age.aloud, age.role, age.link], ["18+", "18+, not for children", "Label of this article", "https://labels.example.org/about/ru/age-mark?lang=en"]);
    for (const label of [statement, age]) assert.ok(label.isShown && (label.isWhole || media.media === "print") && label.contrast >= 4.5, JSON.stringify(label));
    assert.deepEqual(media.media ? [] : await violations(page), []);
    assert.deepEqual(page.alarms, []);
  });
}

test("looks as labels do that the service wrote", async () => {
  const report = await client().check({ article: { body: "Лёд сошёл", kind: "advertisement", authors: [{ name: "Лугова Вера Ильинична" }], attributes: { sponsored: true, ageMark: "6+", advertiser: "Пример" } }, include: ["labelled"], store: false });
  const theirs = report.labelled.html.replace(/<h1>.*?<\/h1>/, "").replace(/<p>.*<\/p>/s, "");
  site.put({
    "/theirs.html": html(`<div class="all">${theirs}</div>`, '<link rel="stylesheet" href="/labels.css">'),
    "/ours.html": html(`<labels-notice class="all">${theirs}</labels-notice>`),
  });
  const styles = (page) => page.evaluate(() => [...document.querySelectorAll(".all *")].map((one) => [one.outerHTML, ...["color", "background-color", "font-size", "font-weight", "line-height", "margin", "padding", "border", "border-radius", "display", "text-decoration", "width"].map((name) => getComputedStyle(one).getPropertyValue(name))]));
  assert.match(theirs, /ls-disclosure/);
  for (const media of schemes) {
    const expected = await styles(await site.open("/theirs.html", { media }));
    assert.ok(expected.length > 4);
    assert.deepEqual(await styles(await site.open("/ours.html", { media })), expected);
  }
});

test("is read without script", async () => {
  site.put({ "/example.html": ["text/html", example] });
  const page = await site.open("/example.html", { javaScriptEnabled: false });

  assert.ok(await page.getByText("Травкиным Петром Ильичом").isVisible());
  assert.ok(await page.getByText("18+").isVisible());
});

test("writes the markup that the service writes", async () => {
  site.put({ "/words.html": html([
    notice('type="ai" jurisdiction="EU" placement="after-body" min-font-ratio="1.3"', "<!-- why -->Made with <em>AI</em>"),
    notice('type="x" lang="ru"', '<p>Раз</p><p lang="en">One</p>'),
    `<p>An organisation ${notice('type="x" placement="at-mention"', "(listed since 2024-02-02)")} said so.</p>`,
    notice('type="age-mark"', "12+"), notice('type="age-mark" lang="ru-RU"', "0+"), notice('type="age-mark" lang="ru"', "6+"), notice('type="age-mark" lang="ru"', "18+"), notice('type="age-mark"', "PG"),
    notice('type="x"', '<p class="ls-disclosure"><span class="ls-text">Done</span></p>'),
    '<labels-notice about="javascript:alert(1)">No link</labels-notice>', "<labels-notice> </labels-notice>",
  ].join("")) });
  const page = await site.open("/words.html");
  const made = await page.evaluate(() => [...document.querySelectorAll("labels-notice")].map((one) => one.innerHTML.replace(/ <a class="ls-about".*?<\/a>/g, "")));

  assert.deepEqual(made.slice(0, 3), [
    '<p class="ls-disclosure" data-type="ai" data-jurisdiction="EU" data-placement="after-body" data-font-ratio="1.5" lang="en" role="note" aria-label="Label of this article"><span class="ls-text"><!-- why -->Made with <em>AI</em></span></p>',
    '<div class="ls-label-group"><p class="ls-disclosure" data-type="x" lang="ru" role="note" aria-label="Пометка к статье"><span class="ls-text">Раз</span></p>'
      + '<p class="ls-disclosure" data-type="x" lang="en" role="note" aria-label="Label of this article"><span class="ls-text">One</span></p></div>',
    '<span class="ls-remark" lang="en" role="note" aria-label="Label of this article">(<span class="ls-disclosure" data-type="x" data-placement="at-mention" lang="en">listed since 2024-02-02</span>)</span>',
  ]);
  assert.equal(await page.locator('a[href^="javascript:"]').count(), 0);
  assert.deepEqual((await seen(page)).slice(-7, -2).map((label) => label.aloud),
    ["12+, not for children under 12", "0+, для любого возраста", "6+, для детей старше 6 лет", "18+, запрещено для детей", "PG"]);
  assert.deepEqual(made.slice(8), ['<p class="ls-disclosure"><span class="ls-text">Done</span></p>', '<p class="ls-disclosure" lang="en" role="note" aria-label="Label of this article"><span class="ls-text">No link</span></p>', " "]);
  assert.deepEqual(await violations(page), []);
});

test("fills itself from what the site published of the service's answer", async () => {
  const externalId = someId();
  await client().check({ article: { externalId, body: "Лёд сошёл", publishedAt: "2024-05-01", kind: "advertisement", attributes: { sponsored: true, advertiser: "Пример" } } });
  const { labels } = await client().labels(externalId);
  const wanted = labels.disclosures.filter((found) => ["missing", "incorrect"].includes(found.status) && found.text.en);
  assert.ok(wanted.length > 0);
  site.put({ "/real.json": json(labels), "/real.html": html(notice('src="/real.json"', "What was known before")) });
  const page = await site.open("/real.html");
  await filled(page, wanted[0].text.en);

  assert.deepEqual(new Set((await seen(page)).filter((label) => label.lang === "en").map((label) => label.words)), new Set(wanted.map((found) => found.text.en)));
  assert.doesNotMatch(await page.textContent("main"), /What was known before/);
});

for (const [name, file] of Object.entries({
  "is not there": undefined,
  "breaks off": ["application/json", null],
  "is no JSON": ["application/json", "<h1>Bad gateway</h1>"],
  "holds something else": json({ labels: [] }),
  "is an error": ["application/json", "{\"disclosures\": []}", 503],
})) {
  test(`keeps what stands inside where the file ${name}`, async () => {
    site.put({ "/kept.html": html(notice('src="/gone.json" type="x" contrast', "Kept")), ...(file ? { "/gone.json": file } : {}) });
    const page = await site.open("/kept.html");
    await page.warned;
    const [label] = await seen(page);

    assert.deepEqual([label.words, label.isShown, label.contrast >= 7], ["Kept", true, true]);
    assert.deepEqual(page.alarms, []);
  });
}

test("runs no script of the file, and takes no link from it", async () => {
  const evil = `<img src=x onerror="alert(1)"><script>alert(2)</script><a href="javascript:alert(3)">x</a>`;
  const label = disclosure({ type: 'x" onclick="alert(4)', jurisdiction: evil, text: { ru: evil }, html: { ru: evil }, subjects: [{ entityId: evil }], presentation: { minFontRatio: evil, contrast: evil } });
  site.put({ "/evil.json": json({ disclosures: [label], ageRating: { value: evil, scale: evil, status: "missing" } }), "/evil.html": html(`<labels-notice src="/evil.json" about="{type}">Before</labels-notice>`) });
  const page = await site.open("/evil.html");
  await filled(page, "onerror");

  assert.equal(await page.locator("labels-notice :is(img, script, [onclick], a[href^=javascript])").count(), 0);
  assert.deepEqual(await words(page), [evil, evil]);
  assert.deepEqual(page.alarms, []);
});

test("shows what is asked for here, and lets go what is not", async () => {
  const labels = {
    disclosures: [
      disclosure({ text: { ru: "раз", en: "one" } }), disclosure({ id: "dsc_2", type: "ai", jurisdiction: "EU", status: "incorrect", subjects: [], officialLanguage: null, text: { en: "two", de: "zwei" }, placement: "after-body", presentation: null }),
      disclosure({ status: "present", text: { ru: "есть" } }), disclosure({ status: "unneeded", text: { ru: "лишняя" } }), disclosure({ status: "pending", text: { ru: "неясно" } }),
      disclosure({ placement: "at-mention", text: { ru: "статус" } }), disclosure({ text: {} }),
    ],
    ageRating: { value: "18+", scale: "ru-436fz", status: "missing" },
  };
  const cases = [
    ["", "", ["раз", "one", "two", "18+"]],
    ["", "Stood here", ["раз", "one", "есть", "two", "18+"]],
    ['lang="ru"', "", ["раз", "two", "18+"]],
    ['type="ai"', "", ["two"]], ['type="age-mark"', "12+", ["18+"]], ['jurisdiction="RU" type="foreign-agent"', "", ["раз", "one"]],
    ['placement="after-body"', "", ["two"]], ['placement="before-body"', "", ["раз", "one", "18+"]],
    ['placement="at-mention" entity="ru-fa:travkin" lang="ru"', "", ["статус"]], ['placement="at-mention" entity="ru-fa:other"', "", []], ['placement="at-mention"', "", []],
    ['type="no-such"', "Asked for no more", []],
  ];
  site.put({ "/labels.json": json(labels), "/cases.html": html(cases.map(([attributes, inner]) => `<div class="case">${notice(`src="/labels.json" ${attributes}`, inner)}</div>`).join("")) });
  const page = await site.open("/cases.html");
  await filled(page, "раз");
  await page.waitForLoadState("networkidle");
  const shown = await page.evaluate(() => [...document.querySelectorAll(".case")].map((one) => [...one.querySelectorAll("p .ls-text, span.ls-disclosure")].map((text) => (text.querySelector(".ls-about")?.remove(), text.textContent.trim()))));

  assert.deepEqual(shown, cases.map(([, , expected]) => expected));
});

test("gives the official language the rule's size, and its translation that of the text", async () => {
  site.put({ "/size.json": json({ disclosures: [disclosure()] }), "/size.html": html(notice('src="/size.json"')) });
  const page = await site.open("/size.html");
  await filled(page, "Пометка");
  const [official, translation] = await seen(page);

  assert.deepEqual([official.ratio, translation.ratio], [2, 1]);
  assert.ok(official.contrast >= 7 && translation.contrast >= 7);
});

test("holds size, contrast and sight against a page's own style", async () => {
  const hostile = "labels-notice { display: none; opacity: .1; font-size: 7px } p { font-size: 24px } labels-notice p { font-size: 6px; color: #ccc; opacity: .2 } .ls-text { font-size: 5px; visibility: hidden } .ls-disclosure { background: #ddd }";
  site.put({ "/hostile.css": ["text/css", hostile], "/hostile.html": html(notice('type="x" min-font-ratio="1.5" contrast', "Seen") + notice('type="age-mark"', "18+"), '<link rel="stylesheet" href="/hostile.css">') });
  const page = await site.open("/hostile.html");
  const [label, age] = await seen(page);

  assert.ok(label.isShown && label.ratio >= 1.5 && label.contrast >= 7, JSON.stringify(label));
  assert.ok(age.isShown && age.ratio >= 1 && age.contrast >= 4.5, JSON.stringify(age));
});

test("follows the size of the page's paragraphs when the window changes", async () => {
  const fluid = "main > p { font-size: 16px } @media (min-width: 600px) { main > p { font-size: 32px } }";
  site.put({ "/fluid.css": ["text/css", fluid], "/fluid.html": html(notice('type="x" min-font-ratio="2"', "Large"), '<link rel="stylesheet" href="/fluid.css">') });
  const page = await site.open("/fluid.html");
  assert.equal((await seen(page))[0].ratio, 2);
  await page.setViewportSize({ width: 800, height: 800 });
  await page.waitForFunction(() => getComputedStyle(document.querySelector(".ls-text")).fontSize === "64px");
  assert.equal((await seen(page))[0].ratio, 2);
});

test("takes colours and frame from the page's variables", async () => {
  site.put({ "/theme.css": ["text/css", ":root { --ls-ink: rgb(0, 0, 99); --ls-paper: rgb(255, 255, 200); --ls-radius: 9px }"], "/theme.html": html(notice('type="x"', "Themed"), '<link rel="stylesheet" href="/theme.css">') });
  const page = await site.open("/theme.html");
  const style = await page.evaluate(() => { const { color, backgroundColor, borderRadius } = getComputedStyle(document.querySelector(".ls-disclosure")); return [color, backgroundColor, borderRadius]; });

  assert.deepEqual(style, ["rgb(0, 0, 99)", "rgb(255, 255, 200)", "9px"]);
});

test("leads the keyboard to its link, visibly", async () => {
  site.put({ "/example.html": ["text/html", example] });
  const page = await site.open("/example.html");
  await page.keyboard.press("Tab");
  const focus = await page.evaluate(() => [document.activeElement.className, getComputedStyle(document.activeElement).outlineStyle, getComputedStyle(document.activeElement).outlineWidth]);

  assert.deepEqual(focus, ["ls-about", "solid", "3px"]);
});

test("stays as it is when it is moved, and works inside a shadow", async () => {
  site.put({ "/moved.html": html(`${notice('type="x"', "Moved")}<section></section>`) });
  const page = await site.open("/moved.html");
  const before = await page.locator("labels-notice").innerHTML();
  await page.evaluate(() => document.querySelector("section").append(document.querySelector("labels-notice")));
  assert.equal(await page.locator("labels-notice").innerHTML(), before);

  const colour = await page.evaluate(() => {
    const root = document.querySelector("section").attachShadow({ mode: "open" });
    root.innerHTML = '<labels-notice contrast>In a shadow</labels-notice>';
    return getComputedStyle(root.querySelector(".ls-disclosure")).backgroundColor;
  });
  assert.equal(colour, "rgb(23, 23, 26)");
});
