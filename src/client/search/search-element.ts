import { highlightWords } from './highlight-words.ts';
import { startPanel } from './panel.ts';

/** The search as an element, so that it starts wherever it is put: on its page, or in a dialog. */
class SearchElement extends HTMLElement {
  connectedCallback() {
    const isPage = this.closest('dialog') === null;
    // The address of the page is that of the search, to be shared.
    const onQuery = (address: string) => {
      if (isPage) history.replaceState(null, '', location.pathname + address);
    };
    void startPanel(this, isPage ? location.search : '', onQuery);
  }
}

if (!customElements.get('galley-search')) {
  customElements.define('galley-search', SearchElement);
  const words = new URLSearchParams(location.search).getAll('highlight').filter(Boolean);
  const article = document.querySelector('.e-content');
  if (words.length > 0 && article) highlightWords(article, words);
}
