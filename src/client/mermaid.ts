// Draws the diagrams of a page when the reader comes near the first. Until then, and without
// scripts, their source can be read.

const { src = '' } = document.querySelector<HTMLElement>('#Page-mermaid')?.dataset ?? {};
const sources = document.querySelectorAll('.prose pre:has(> code.language-mermaid)');

/** What is used of Mermaid. https://mermaid.js.org/config/usage.html */
interface Mermaid {
  initialize(options: {
    startOnLoad: boolean;
    theme: string;
    /** Without it the picture of a bomb is put at the end of the page. */
    suppressErrorRendering: boolean;
  }): void;
  render(id: string, source: string): Promise<{ svg: string }>;
}

function isNear(element: Element): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: '50%' },
    );
    observer.observe(element);
  });
}

if (sources[0]) await isNear(sources[0]);
const { default: mermaid }: { default: Mermaid } = await import(/* @vite-ignore */ src);
mermaid.initialize({ startOnLoad: false, theme: 'neutral', suppressErrorRendering: true });
for (const [index, source] of sources.entries()) {
  try {
    const { svg } = await mermaid.render(`Page-diagram-${index}`, source.textContent);
    const figure = document.createElement('figure');
    figure.className = 'diagram';
    figure.innerHTML = svg;
    source.replaceWith(figure);
  } catch (error) {
    // A diagram with a mistake stays as its author wrote it.
    console.error(error);
  }
}
