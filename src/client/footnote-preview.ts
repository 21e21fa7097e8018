// Shows a footnote beside its mark while the mark is pointed at or has the focus.

/** Distance between the mark and the note, and from both to the edge of the screen, in pixels. */
const GAP = 8;

/** Time to move the pointer from the mark to the note, in milliseconds. */
const PATIENCE = 250;

const preview = document.createElement('aside');
preview.className = 'footnote-preview prose';
preview.popover = 'manual';
document.body.append(preview);

let leaving: ReturnType<typeof setTimeout> | undefined;
const stay = () => clearTimeout(leaving);
const hide = () => preview.hidePopover();
const leave = () => {
  stay();
  leaving = setTimeout(hide, PATIENCE);
};

function show(mark: HTMLAnchorElement): void {
  const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
  // On a wide screen it stands beside its mark anyway.
  if (!note || getComputedStyle(note).position === 'absolute') return;
  stay();
  preview.replaceChildren(...Array.from(note.childNodes, (node) => node.cloneNode(true)));
  for (const element of preview.querySelectorAll('[role="doc-backlink"]')) element.remove();
  for (const element of preview.querySelectorAll('[id]')) element.removeAttribute('id');
  preview.showPopover();
  const { left, top, bottom } = mark.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = preview;
  const { clientWidth, clientHeight } = document.documentElement;
  const fits = bottom + GAP + offsetHeight < clientHeight;
  // Measured from the top of the page, so that it goes along when the reader scrolls.
  preview.style.left = `${Math.max(GAP, Math.min(left, clientWidth - offsetWidth - GAP))}px`;
  preview.style.top = `${scrollY + (fits ? bottom + GAP : Math.max(0, top - offsetHeight - GAP))}px`;
}

for (const mark of document.querySelectorAll<HTMLAnchorElement>('.prose [role="doc-noteref"]')) {
  // A finger that touches a mark wants to follow it.
  mark.addEventListener('pointerenter', ({ pointerType }) => {
    if (pointerType === 'mouse') show(mark);
  });
  mark.addEventListener('pointerleave', leave);
  mark.addEventListener('focus', () => show(mark));
  mark.addEventListener('blur', leave);
  mark.addEventListener('click', hide);
}
preview.addEventListener('pointerenter', stay);
preview.addEventListener('pointerleave', leave);
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') hide();
});
