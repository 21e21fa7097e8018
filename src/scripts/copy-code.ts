// Puts a button on each block of code that copies it.

/** How long a button tells that it has copied, in milliseconds. */
const SHOWN = 2000;

const template = document.querySelector<HTMLTemplateElement>('#copy-code');
const { copied = '' } = template?.dataset ?? {};

/** The code alone: what became of a line in a comparison is no part of it. */
function textOf(pre: Element): string {
  const copy = pre.cloneNode(true) as Element;
  for (const sign of copy.querySelectorAll('.sign')) sign.remove();
  return copy.textContent.replace(/\n$/, '');
}

// The clipboard exists on secure pages alone.
if (template && 'clipboard' in navigator) {
  for (const pre of document.querySelectorAll('.prose .code > pre')) {
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
