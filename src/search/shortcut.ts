/** Where the browser remembers that `/` shall not open the search (`off`). */
export const SHORTCUT_KEY = 'galley-search-key';
