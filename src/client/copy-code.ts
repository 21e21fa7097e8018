// Puts a button on each block of code that copies it.

/** How long a button tells that it has copied, in milliseconds. */
const SHOWN = 2000;

const template = document.querySelector<HTMLTemplateElement>('#Page-copy-code');
const { copied = '' } = template?.dataset ?? {};

/** The code alone: of a comparison what it came to, without signs and without the lines that are gone. */
function textOf(pre: HTMLElement): string {
  const copy = pre.cloneNode(true) as Element;
  // A patch is nothing without its signs.
  if (pre.dataset['language'] === 'diff') return copy.textContent.replace(/\n$/, '');
  for (const sign of copy.querySelectorAll('.sign')) sign.remove();
  for (const line of copy.querySelectorAll('.line.del')) {
    line.nextSibling?.remove();
    line.remove();
  }
  return copy.textContent.replace(/\n$/, '');
}

// The clipboard exists on secure pages alone.
if (template && 'clipboard' in navigator) {
  for (const pre of document.querySelectorAll<HTMLElement>('.prose .code > pre')) {
    const button = template.content.firstElementChild?.cloneNode() as HTMLElement;
    const label = button.ariaLabel;
    pre.before(button);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(textOf(pre));
      button.ariaLabel = copied;
      setTimeout(() => (button.ariaLabel = label), SHOWN);
    });
  }
}
