/** Marks in a post what the reader searched for: the words in `?highlight=` of its address. */
export function highlightWords(article: Element, words: readonly string[]): void {
  const [first, ...others] = [...wordRanges(article, words)];
  if (!first) return;
  // Old browsers cannot mark text without changing the page. They still go to the place.
  if ('highlights' in CSS) CSS.highlights.set('search', new Highlight(first, ...others));
  if (location.hash === '') first.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}

/** Where words begin with those words, in any case. In scripts that set no spaces, they stand anywhere. */
function* wordRanges(root: Element, words: readonly string[]): Generator<Range> {
  const pattern = new RegExp(
    words
      .map(
        (word) =>
          (/^\p{Lo}/u.test(word) ? '' : String.raw`(?<![\p{L}\p{N}])`) + escapePattern(word),
      )
      .join('|'),
    'giu',
  );
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    for (const match of (node.nodeValue ?? '').matchAll(pattern)) {
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      yield range;
    }
  }
}

/** `RegExp.escape` is too new for many browsers. */
function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
