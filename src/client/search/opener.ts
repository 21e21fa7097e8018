// On every page, so it is small: all that searches is on the search page, and comes from there.

/**
 * Opens the search over the page when the reader presses `/` or Ctrl-K, and has the words marked that
 * the page was found by.
 * @param link leads to the search page
 */
export function startSearch(link: HTMLAnchorElement): void {
  let dialog: HTMLDialogElement | undefined;

  addEventListener('keydown', async (event) => {
    if (!isSearchKey(event, link.dataset['key'] ?? '')) return;
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>('main .search [type=search]');
    if (field) field.focus();
    else if (!dialog) {
      dialog = document.createElement('dialog');
      dialog.className = 'search-dialog';
      dialog.ariaLabel = link.textContent.trim();
      dialog.setAttribute('closedby', 'any');
      try {
        dialog.append(await fetchPanel(link.href));
        document.body.append(dialog);
        dialog.showModal();
      } catch {
        location.href = link.href;
      }
    } else if (dialog.isConnected && !dialog.open) dialog.showModal();
  });

  if (/[?&]highlight=/.test(location.search)) fetchPanel(link.href).catch(() => {});
}

/** The panel of the search page; the scripts of that page then run here too. */
async function fetchPanel(url: string): Promise<Node> {
  const html = await (await fetch(url)).text();
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const { src } of page.querySelectorAll<HTMLScriptElement>('script[src]')) {
    await import(/* @vite-ignore */ src);
  }
  const panel = page.querySelector('.search');
  if (!panel) throw new Error(url);
  return panel;
}

/**
 * Ctrl-K, Command-K, or `/` outside of text fields. Who speaks to the computer must be able to turn off
 * a key that works alone. https://www.w3.org/TR/WCAG22/#character-key-shortcuts
 */
function isSearchKey(event: KeyboardEvent, storageKey: string): boolean {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (altKey) return false;
  if (ctrlKey || metaKey) return key === 'k';
  if (key !== '/' || (target as Element).closest('input,textarea,select,[contenteditable]')) {
    return false;
  }
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}
