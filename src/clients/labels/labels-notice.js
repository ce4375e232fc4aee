// <labels-notice>: a label that stands in the page itself, in the look of LabelService's labels. build.mjs makes labels.js of it.
{
  /** The service's own labels.css; build.mjs puts it here. */
  const STYLE = LABELS_CSS;
  const WORDS = {
    en: { name: "Label of this article", about: "What does this label mean?", all: "for all ages", none: "not for children", under: (years) => `not for children under ${years}` },
    ru: { name: "Пометка к статье", about: "Что значит эта пометка?", all: "для любого возраста", none: "запрещено для детей", under: (years) => `для детей старше ${years} лет` },
  };
  const RATIOS = [1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.5, 4, 5, 6, 8, 10, 15, 20];

  const words = (lang) => WORDS[/^ru\b/i.test(lang) ? "ru" : "en"];

  const make = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const key in attributes) if (attributes[key]) made.setAttribute(key, attributes[key]);
    made.append(...children);
    return made;
  };

  /** The link to the page about a label; only an address of http is one. */
  const about = (label) => {
    const address = label.about?.replace(/\{(type|jurisdiction|lang)\}/g, (_, part) => encodeURIComponent((label[part] ?? "").toLowerCase()));
    const link = make("a", { class: "ls-about", href: address }, words(label.lang).about);
    return /^https?:$/.test(link.protocol) ? [" ", link] : [];
  };

  const form = (label) => {
    const ratio = label.ratio > 1 ? (RATIOS.find((step) => step >= label.ratio) ?? 20) : 0;
    return {
      class: "ls-disclosure", "data-type": label.type, "data-jurisdiction": label.jurisdiction, "data-placement": label.placement,
      "data-font-ratio": ratio, "data-contrast": label.contrast && "high", lang: label.lang,
    };
  };

  const note = (label) => ({ lang: label.lang, role: "note", "aria-label": words(label.lang).name });

  const statement = (label, ...text) => make("p", { ...form(label), ...note(label) }, make("span", { class: "ls-text" }, ...text), ...about(label));

  const remark = (label, text) => make("span", { class: "ls-remark", ...note(label) }, "(", make("span", form(label), text, ...about(label)), ")");

  const ageMark = (label, value) => {
    const { all, none, under } = words(label.lang);
    const years = /^(\d+)\+$/.exec(value)?.[1];
    const aloud = years ? `${value}, ${+years === 0 ? all : years >= 18 ? none : under(years)}` : value;
    const mark = make("span", { class: "ls-text", role: "img", "aria-label": aloud }, value);
    return make("p", { class: "ls-age-mark", "data-scale": label.scale, ...note(label) }, mark, ...about({ ...label, type: "age-mark" }));
  };

  const group = (statements) => (statements.length > 1 ? [make("div", { class: "ls-label-group" }, ...statements)] : statements);

  /** Puts the style into the page, or into the shadow where the element stands; variables that the page sets win. */
  const dressed = new WeakSet();
  const dress = (root) => {
    if (dressed.has(root)) return;
    dressed.add(root);
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    } catch {
      (root.head ?? root).prepend(make("style", {}, STYLE));
    }
  };

  class LabelsNotice extends HTMLElement {
    #isMade = false;
    #stop;

    connectedCallback() {
      this.#stop = new AbortController();
      const { signal } = this.#stop;
      for (const when of ["load", "resize"]) addEventListener(when, () => this.#fit(), { signal });
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.#make(), { signal });
      else this.#make();
    }

    disconnectedCallback() {
      this.#stop.abort();
    }

    #make() {
      dress(document);
      dress(this.getRootNode());
      if (!this.#isMade) {
        this.#isMade = true;
        this.#dressWhatStandsHere();
        if (this.hasAttribute("src")) this.#fill();
      }
      this.#fit();
    }

    get #label() {
      const [type, jurisdiction, placement, scale, address, ratio, contrast] =
        ["type", "jurisdiction", "placement", "scale", "about", "min-font-ratio", "contrast"].map((name) => this.getAttribute(name));
      const lang = this.closest("[lang]")?.lang || "en";
      return { type, jurisdiction, placement, scale, lang, about: address, ratio: Number(ratio), contrast: contrast !== null && contrast !== "false" };
    }

    #dressWhatStandsHere() {
      const label = this.#label;
      const text = this.textContent.trim();
      if (!text || this.querySelector("[class^=ls-]")) return;
      if (label.type === "age-mark") return this.replaceChildren(ageMark(label, text));
      if (label.placement === "at-mention") return this.replaceChildren(remark(label, text.replace(/^\((.*)\)$/s, "$1")));
      const paragraphs = this.querySelectorAll(":scope > p");
      const parts = paragraphs.length > 0 ? [...paragraphs] : [this];
      this.replaceChildren(...group(parts.map((part) => statement({ ...label, lang: part.lang || label.lang }, ...part.childNodes))));
    }

    /** What the site itself published takes the place of what stands here; where it cannot be had, that stays. */
    async #fill() {
      try {
        const answer = await fetch(this.getAttribute("src"));
        const labels = answer.ok ? await answer.json() : null;
        if (!Array.isArray(labels?.disclosures)) throw new Error(`no labels (${answer.status})`);
        this.replaceChildren(...this.#labelsOf(labels));
        this.#fit();
      } catch (error) {
        console.warn("labels-notice:", this.getAttribute("src"), error);
      }
    }

    #labelsOf({ disclosures, ageRating }) {
      const own = this.#label;
      const entity = this.getAttribute("entity");
      // A notice that the article carries already is shown where it is this one, which stands here.
      const shown = ["missing", "incorrect", ...(this.textContent.trim() ? ["present"] : [])];
      const isHere = (placement) => (own.placement ? placement === own.placement : placement !== "at-mention");
      const groups = new Map();
      for (const found of disclosures) {
        const ids = (found.subjects ?? []).map((subject) => subject.entityId);
        if (!shown.includes(found.status) || !isHere(found.placement)) continue;
        if (["type", "jurisdiction"].some((name) => own[name] && own[name] !== found[name])) continue;
        // Behind a name only what is said of that very name.
        if (found.placement === "at-mention" && !ids.includes(entity)) continue;
        const key = ids.join() || found.id;
        groups.set(key, [...(groups.get(key) ?? []), ...this.#written(found)]);
      }
      const age = ageRating && shown.includes(ageRating.status) && isHere("before-body") && (!own.type || own.type === "age-mark");
      const mark = age ? [ageMark({ ...own, scale: ageRating.scale, jurisdiction: own.jurisdiction ?? ageRating.scale.split("-")[0] }, ageRating.value)] : [];
      return [...[...groups.values()].flatMap(group), ...mark];
    }

    /** A disclosure in its official language, then in the page's where that is another. */
    #written({ type, jurisdiction, placement, presentation, officialLanguage, text = {} }) {
      const { lang, about: address } = this.#label;
      const languages = new Set([officialLanguage, lang.split("-")[0]].filter((language) => text[language]));
      return [...(languages.size > 0 ? languages : Object.keys(text).slice(0, 1))].map((language) => {
        const isOfficial = !officialLanguage || language === officialLanguage;
        const label = { type, jurisdiction, placement, lang: language, about: address, ratio: isOfficial && presentation?.minFontRatio, contrast: presentation?.contrast };
        return placement === "at-mention" ? remark(label, text[language]) : statement(label, text[language]);
      });
    }

    /** The page may set its paragraphs larger than what stands here inherits: a label's size is to theirs. */
    #fit() {
      const labels = this.querySelectorAll("p.ls-disclosure, p.ls-age-mark");
      const text = [...(this.closest("article, main") ?? document.body).querySelectorAll("p")].filter((p) => !p.closest("labels-notice, [class^=ls-]") && p.textContent.trim());
      const near = text.find((p) => this.compareDocumentPosition(p) & Node.DOCUMENT_POSITION_FOLLOWING) ?? text.at(-1);
      const size = (of) => parseFloat(getComputedStyle(of).fontSize);
      for (const label of labels) {
        label.style.removeProperty("font-size");
        if (near && size(label) < size(near)) label.style.setProperty("font-size", `${size(near)}px`, "important");
      }
    }
  }

  if (!customElements.get("labels-notice")) customElements.define("labels-notice", LabelsNotice);
}
