// Shows the ways to pass a post on that this browser has.

const [copy, share] = document.querySelectorAll<HTMLButtonElement>('.share button');
const url = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;

if (copy && 'clipboard' in navigator) {
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(url);
    copy.textContent = copy.dataset['copied'] ?? copy.textContent;
  });
}
if (share && 'share' in navigator) {
  share.hidden = false;
  share.addEventListener('click', () => {
    // Rejects when the reader thinks better of it.
    navigator.share({ url, title: document.title }).catch(() => {});
  });
}
