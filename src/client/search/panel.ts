import { filterNames, find, loadPagefind, type Found, type Results } from './pagefind.ts';
import { addressOf, queryOf, resultAddress } from './query.ts';

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
  const { lang = 'en', found = '', nothing = '', failed = '' } = panel.dataset;
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
      say(!address ? '' : results.length === 0 ? nothing : found.replace('{}', count));
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
  startShortcutSwitch(get(panel, '.search-shortcut input', HTMLInputElement));

  form.hidden = false;
  const query = queryOf(new URLSearchParams(start));
  const input = get(form, '[name=q]', HTMLInputElement);
  input.value = query.text;
  input.focus();
  try {
    await fillFilters(form, lang);
  } catch (error) {
    console.error(error);
    say(failed);
  }
  for (const [name, value] of Object.entries(query.filters)) {
    get(form, `[name=${name}]`, HTMLSelectElement).value = value;
  }
  if (addressOf(query)) await search();
}

/** Readers choose among the values that posts have; a filter that none has stays hidden. */
async function fillFilters(form: HTMLFormElement, lang: string): Promise<void> {
  const filters = await (await loadPagefind()).filters();
  const { compare } = new Intl.Collator(lang, { numeric: true });
  for (const name of filterNames) {
    const counts = Object.entries(filters[name] ?? {}).toSorted(([a], [b]) =>
      name === 'year' ? compare(b, a) : compare(a, b),
    );
    if (counts.length === 0) continue;
    const select = get(form, `[name=${name}]`, HTMLSelectElement);
    select.append(...counts.map(([value, count]) => new Option(`${value} (${count})`, value)));
    const label = select.closest('label');
    if (label) label.hidden = false;
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
  summary.innerHTML = excerpt;
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
