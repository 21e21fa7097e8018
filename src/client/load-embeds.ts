// A script of another server waits for a button (see `markdown/embeds.ts`).

const waiting = document.querySelectorAll<HTMLScriptElement>('.prose script[data-src]');

for (const script of waiting) {
  const { src = '', label = '' } = script.dataset;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'load';
  button.textContent = label;
  script.before(button);
  button.addEventListener('click', () => {
    button.replaceWith(src.includes('//gist.github.com/') ? page(src) : running(src));
    script.remove();
  });
}

function running(src: string): HTMLScriptElement {
  const script = document.createElement('script');
  script.src = src;
  return script;
}

/** Gists write into the page while it is parsed, so they get a page of their own. */
function page(src: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  const script = running(src);
  frame.title = new URL(src, location.href).host;
  frame.srcdoc = `<!doctype html><base target="_top">${script.outerHTML}`;
  return frame;
}
