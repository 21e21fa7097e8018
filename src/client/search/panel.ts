import { filterNames, find, loadPagefind, type Found, type Results } from './pagefind.ts';
import { addressOf, queryOf, resultAddress, tidyExcerpt } from './query.ts';

/** Results that are shown at a time. */
const PAGE_SIZE = 8;
/** So long a reader has to stop typing, in milliseconds. */
const PAUSE = 120;

/**
 * Makes a search panel work (`SearchPanel.astro`): it shows results while the reader types.
 * @param start what to look for at first: part of an address, `?q=…` or nothing
 * @param onQuery is told each search in the same form
 */
export async function startPanel(
  panel: HTMLElement,
  start: string,
  onQuery: (address: string) => void,
): Promise<void> {
  const form = get(panel, 'form', HTMLFormElement);
  const list = get(panel, 'ol', HTMLOListElement);
  const more = get(panel, '.search-more', HTMLButtonElement);
  const input = get(form, '[name=q]', HTMLInputElement);
  const { lang = 'en', found = '', near = '', nothing = '', failed = '' } = panel.dataset;
  let results: Results['results'] = [];

  const say = (text: string) => (get(panel, '[role=status]', HTMLElement).textContent = text);
  const showMore = async () => {
    const shown = results;
    const from = list.childElementCount;
    const next = await Promise.all(
      shown.slice(from, from + PAGE_SIZE).map((result) => result.data()),
    );
    // The reader has typed on, or pressed the button twice.
    if (shown !== results || from !== list.childElementCount) return;
    const { text } = queryOf(new FormData(form));
    list.append(...next.map((found) => listItem(found, text)));
    more.hidden = list.childElementCount === results.length;
  };
  const search = async () => {
    const query = queryOf(new FormData(form));
    const address = addressOf(query);
    onQuery(address);
    try {
      const response = await find(query);
      if (address !== addressOf(queryOf(new FormData(form)))) return;
      ({ results } = response);
      list.replaceChildren();
      more.hidden = true;
      const count = new Intl.NumberFormat(lang).format(results.length);
      const answer = response.isNear ? near : found;
      say(!address ? '' : results.length === 0 ? nothing : answer.replace('{}', count));
      await showMore();
    } catch (error) {
      console.error(error);
      say(failed);
    }
  };

  let pause: ReturnType<typeof setTimeout>;
  form.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(search, PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search();
  });
  more.addEventListener('click', async () => {
    const before = list.lastElementChild;
    await showMore();
    before?.nextElementSibling?.querySelector('a')?.focus();
  });
  panel.addEventListener('keydown', (event) => {
    const stop = nextStop([input, ...list.querySelectorAll('a')], event.key);
    if (!stop) return;
    event.preventDefault();
    stop.focus();
  });
  startShortcutSwitch(get(panel, '.search-shortcut input', HTMLInputElement));

  const query = queryOf(new URLSearchParams(start));
  input.value = query.text;
  input.focus();
  try {
    await fillFilters(form, lang);
  } catch (error) {
    console.error(error);
    say(failed);
  }
  for (const [name, value] of Object.entries(query.filters)) {
    const select = form.elements.namedItem(name);
    if (select instanceof HTMLSelectElement) select.value = value;
  }
  if (addressOf(query)) await search();
}

/** What an arrow key leads to from the one of these that has the focus. */
function nextStop(stops: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  const from = stops.findIndex((stop) => stop === document.activeElement);
  return step === undefined || from < 0 ? undefined : stops[from + step];
}

/** Readers choose among the values that posts have; a filter that none has is not there. */
async function fillFilters(form: HTMLFormElement, lang: string): Promise<void> {
  const filters = await (await loadPagefind()).filters();
  const { compare } = new Intl.Collator(lang, { numeric: true });
  for (const name of filterNames) {
    const counts = Object.entries(filters[name] ?? {}).toSorted(([a], [b]) =>
      name === 'year' ? compare(b, a) : compare(a, b),
    );
    if (counts.length === 0) continue;
    const options = counts.map(([value, count]) => new Option(`${value} (${count})`, value));
    get(form, `[name=${name}]`, HTMLSelectElement).append(...options);
  }
}

/** The reader may take the search off the `/` key. */
function startShortcutSwitch(input: HTMLInputElement): void {
  const { key = '' } = input.dataset;
  try {
    input.checked = localStorage.getItem(key) !== 'off';
    input.addEventListener('change', () => localStorage.setItem(key, input.checked ? 'on' : 'off'));
  } catch {
    // The reader forbids storage: nothing could be remembered.
    input.disabled = true;
  }
}

function listItem({ url, excerpt, meta }: Found, text: string): HTMLLIElement {
  const item = document.createElement('li');
  item.lang = meta.lang;
  item.dir = 'auto';
  const link = document.createElement('a');
  link.href = resultAddress(url, text, excerpt);
  link.textContent = meta.title;
  const date = document.createElement('span');
  date.textContent = meta.date;
  const summary = document.createElement('p');
  // Pagefind has escaped the text.
  summary.innerHTML = tidyExcerpt(excerpt);
  item.append(link, date, summary);
  return item;
}

function get<Type extends Element>(
  parent: ParentNode,
  selector: string,
  type: new () => Type,
): Type {
  const element = parent.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`The page has no ${selector}`);
  return element;
}
