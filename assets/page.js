// What pages can do more where scripts run: names are completed in the search box, filters are walked with the arrow
// keys, code is copied. Without it every page works as it is.
// @ts-check

/** @typedef {{ label: string, name: Record<string, string>, count: number, href: string, param: string }} Suggestion */

const language = document.documentElement.lang;

/** @param {string} href */
function inLanguage(href) {
  const chosen = new URLSearchParams(location.search).get('lang');
  return chosen ? `${href}${href.includes('?') ? '&' : '?'}lang=${encodeURIComponent(chosen)}` : href;
}

/**
 * Makes the search box a combobox (ARIA 1.2): a list of names opens under it; arrows choose, Enter follows, Escape closes.
 * @param {HTMLInputElement} input
 */
function complete(input) {
  const list = document.createElement('ul');
  list.id = 'completions';
  list.className = 'completions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.dataset.completions ?? '');
  input.after(list);
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-controls', list.id],
    ['aria-expanded', 'false'],
  ]) {
    input.setAttribute(String(name), String(value));
  }
  /** @type {Record<string, string>} */
  const filters = JSON.parse(input.dataset.filters ?? '{}');
  /** @type {Suggestion[]} */
  let found = [];
  let chosen = -1;
  let asked = '';

  /** @param {boolean} isOpen */
  const show = (isOpen) => {
    list.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) choose(-1);
  };
  /** @param {number} at */
  const choose = (at) => {
    chosen = at;
    for (const [index, option] of Array.from(list.children).entries()) {
      option.setAttribute('aria-selected', String(index === at));
    }
    const option = list.children[at];
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };
  /** @param {number} at */
  const follow = (at) => {
    const suggestion = found[at];
    if (suggestion) location.assign(inLanguage(suggestion.href));
  };
  const fill = () => {
    list.replaceChildren(
      ...found.map(({ name, label, count, param }, at) => {
        const option = document.createElement('li');
        const text = document.createElement('span');
        const own = name[language] ?? label;
        text.textContent = `${filters[param] ?? param}: ${own === label ? own : `${own} · ${label}`}`;
        const number = document.createElement('span');
        number.className = 'n';
        number.textContent = String(count);
        option.append(text, number);
        option.id = `completion-${at}`;
        option.setAttribute('role', 'option');
        option.addEventListener('pointerdown', (event) => event.preventDefault());
        option.addEventListener('click', () => follow(at));
        return option;
      }),
    );
    choose(-1);
    show(found.length > 0);
  };
  const ask = async () => {
    const typed = input.value.trim();
    if (typed === asked) return;
    asked = typed;
    if (typed === '') {
      found = []; // lest an arrow key opens what was found before
      fill();
      return;
    }
    const answer = await fetch(
      `${document.documentElement.dataset.base ?? ''}/suggest?limit=8&q=${encodeURIComponent(typed.slice(0, 100))}`,
      {
        headers: { accept: 'application/json' },
      },
    ).catch(() => null);
    if (!answer?.ok || typed !== asked) return;
    found = (await answer.json()).data;
    if (document.activeElement === input) fill();
  };

  let timer = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(ask, 120);
  });
  input.addEventListener('blur', () => show(false));
  input.addEventListener('keydown', (event) => {
    const last = list.children.length - 1;
    if (event.key === 'Escape' && !list.hidden) {
      show(false);
      event.preventDefault();
    } else if (event.key === 'Enter' && !list.hidden && chosen >= 0) {
      follow(chosen);
      event.preventDefault();
    } else if (event.key === 'ArrowDown' && last >= 0) {
      show(true);
      choose(chosen >= last ? 0 : chosen + 1);
      event.preventDefault();
    } else if (event.key === 'ArrowUp' && last >= 0) {
      show(true);
      choose(chosen <= 0 ? last : chosen - 1);
      event.preventDefault();
    }
  });
}

/**
 * Arrow keys go through the values of a facet; Home and End go to its ends.
 * @param {HTMLElement} facet
 */
function walk(facet) {
  facet.addEventListener('keydown', (event) => {
    const links = Array.from(facet.querySelectorAll('a'));
    const at =
      document.activeElement instanceof HTMLAnchorElement ? links.indexOf(document.activeElement) : -1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    links[Math.min(Math.max(to, 0), links.length - 1)]?.focus();
    event.preventDefault();
  });
}

/**
 * Copies code at a click; the code is marked, too, so that a reader can copy it by hand. Browsers have a clipboard only for
 * pages over TLS: elsewhere the old command copies what is marked.
 * @param {HTMLButtonElement} button
 */
function copy(button) {
  const code = document.getElementById(button.dataset.copy ?? '');
  if (!(code instanceof HTMLTextAreaElement)) return;
  button.hidden = false;
  code.addEventListener('focus', () => code.select());
  button.addEventListener('click', async () => {
    code.select();
    const isCopied = await (navigator.clipboard?.writeText(code.value) ?? Promise.reject()).then(
      () => true,
      () => document.execCommand('copy'),
    );
    if (isCopied) button.textContent = button.dataset.copied ?? '';
  });
}

for (const input of document.querySelectorAll('input[data-completions]')) {
  if (input instanceof HTMLInputElement) complete(input);
}
for (const facet of document.querySelectorAll('.facet')) {
  if (facet instanceof HTMLElement) walk(facet);
}
for (const button of document.querySelectorAll('button[data-copy]')) {
  if (button instanceof HTMLButtonElement) copy(button);
}

document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const input = document.querySelector('input[type=search]');
  if (input instanceof HTMLInputElement) {
    input.focus();
    event.preventDefault();
  }
});
