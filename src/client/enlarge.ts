// Makes each picture that is shown smaller than it is a button which shows it on the whole screen.

const template = document.querySelector<HTMLTemplateElement>('#Page-enlarge');
const dialog = template?.content.querySelector('dialog');

function prepare(picture: HTMLImageElement): void {
  if (picture.closest('a, button') || picture.width >= Number(picture.getAttribute('width')))
    return;
  const button = template?.content.querySelector('button')?.cloneNode() as HTMLButtonElement;
  button.ariaLabel = [button.ariaLabel, picture.alt].filter(Boolean).join(': ');
  const shown = picture.closest('picture') ?? picture;
  // Where it stands is a matter of the button's from here on.
  button.classList.add(...picture.classList);
  picture.removeAttribute('class');
  shown.replaceWith(button);
  button.append(shown);
  button.addEventListener('click', () => open(shown));
}

/** Without `sizes`, the browser takes the largest version. */
function open(picture: Element): void {
  if (!dialog) return;
  if (!dialog.isConnected) {
    document.body.append(dialog);
    dialog.addEventListener('click', () => dialog.close());
  }
  const copy = picture.cloneNode(true) as Element;
  for (const each of [copy, ...copy.querySelectorAll('source, img')]) {
    each.removeAttribute('sizes');
    each.removeAttribute('loading');
    each.removeAttribute('style');
  }
  dialog.querySelector('div')?.replaceChildren(copy);
  dialog.showModal();
}

for (const picture of document.querySelectorAll<HTMLImageElement>('.prose img[width]')) {
  prepare(picture);
}
