// Tabs as the ARIA practices have them: arrows move and choose, one stop for Tab.
const tabs = [...document.querySelectorAll('[role="tab"]')];

export const chosen = () => tabs.find((tab) => tab.getAttribute('aria-selected') === 'true').id.slice('tab-'.length);

export function choose(name) {
  for (const tab of tabs) {
    const own = tab.id === `tab-${name}`;
    tab.setAttribute('aria-selected', String(own));
    tab.tabIndex = own ? 0 : -1;
    document.getElementById(tab.getAttribute('aria-controls')).hidden = !own;
  }
}

export function startTabs(changed) {
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => { choose(tab.id.slice('tab-'.length)); changed(); });
    tab.addEventListener('keydown', (event) => {
      const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = tabs[(to + tabs.length) % tabs.length];
      next.focus();
      next.click();
    });
  }
}
