// Marks the section that is being read in the table of contents.

const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')];
const headings = links.map(({ hash }) =>
  document.getElementById(decodeURIComponent(hash.slice(1))),
);

/** A section is being read once its heading is in the upper third of the screen. */
const LINE = 1 / 3;

function mark(): void {
  const line = innerHeight * LINE;
  const { scrollHeight } = document.documentElement;
  const isAtEnd = scrollY + innerHeight >= scrollHeight - 2;
  const current = isAtEnd
    ? headings.length - 1
    : headings.findLastIndex(
        (heading) => (heading?.getBoundingClientRect().top ?? Infinity) < line,
      );
  for (const [index, link] of links.entries()) {
    if (index === current) link.ariaCurrent = 'true';
    else link.removeAttribute('aria-current');
  }
}

let isWaiting = false;
addEventListener(
  'scroll',
  () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      mark();
    });
  },
  { passive: true },
);
mark();
