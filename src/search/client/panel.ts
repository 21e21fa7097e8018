import { filterNames, find, loadPagefind, type Found } from './pagefind.ts';
import { addressOf, queryOf, resultAddress } from './query.ts';
import { shortcutEnabled } from './shortcut.ts';

/** Results that are shown at a time. */
const PAGE_SIZE = 8;
/** Readers who type on are not shown what they do not look for, in milliseconds. */
const PAUSE = 120;

/**
 * Makes the search work: fills the filters, and shows results while the reader types.
 * @param panel what `SearchPanel.astro` renders
 * @param onQuery told the address of each search, `?q=…` or nothing
 */
export function startPanel(panel: HTMLElement, onQuery: (address: string) => void = () => {}) {
  const form = panel.querySelector('form')!;
  const status = panel.querySelector<HTMLElement>('[role=status]')!;
  const list = panel.querySelector('ol')!;
  const more = panel.querySelector<HTMLButtonElement>('[data-more]')!;
  const shortcut = panel.querySelector<HTMLInputElement>('[data-shortcut]')!;
  const words = panel.dataset;
  const number = new Intl.NumberFormat(words['lang']);

  let latest = 0;
  let show: () => Promise<void> = async () => {};

  const search = async () => {
    const mine = ++latest;
    const query = queryOf(new URLSearchParams(new FormData(form) as never));
    const asked = addressOf(query) !== '';
    onQuery(addressOf(query));
    try {
      const { results } = await find(query);
      // The reader has typed on.
      if (mine !== latest) return;
      list.replaceChildren();
      status.textContent = !asked
        ? ''
        : results.length === 0
          ? words['nothing']!
          : words['found']!.replace('{}', number.format(results.length));
      show = async () => {
        const shown = list.childElementCount;
        const found = await Promise.all(
          results.slice(shown, shown + PAGE_SIZE).map((result) => result.data()),
        );
        if (mine !== latest) return;
        list.append(...found.map(listItem));
        more.hidden = list.childElementCount >= results.length;
      };
      await show();
    } catch (error) {
      console.error(error);
      status.textContent = words['failed']!;
    }
  };

  let timer = 0;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void search();
  });
  more.addEventListener('click', async () => {
    const next = list.childElementCount;
    await show();
    list.children[next]?.querySelector('a')?.focus();
  });
  shortcut.checked = shortcutEnabled();
}
