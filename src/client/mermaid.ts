// Draws the diagrams of a page in its type and colours when the reader comes near the first. Until then, and
// without scripts, their source can be read.

const { src = '' } = document.querySelector<HTMLElement>('#Page-mermaid')?.dataset ?? {};

/** A diagram is made smaller by so much, where there is little room; beyond that it can be scrolled. */
const SMALLEST = 0.85;

/** What is used of Mermaid. https://mermaid.js.org/config/usage.html */
interface Mermaid {
  initialize(options: Record<string, unknown>): void;
  render(id: string, source: string): Promise<{ svg: string }>;
}

/** A place of the page, and what is to be drawn there. */
interface Diagram {
  place: Element;
  source: string;
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

/** The inks of the page, and what they are at the moment. */
function inks(): [name: string, colour: string][] {
  const probe = document.createElement('i');
  document.body.append(probe);
  const found = ['paper', 'tint', 'ink', 'ink-2'].map((name): [string, string] => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return found;
}

/** Mermaid mixes other colours from these. */
function style(inks: [name: string, colour: string][]): Record<string, unknown> {
  const { fontFamily } = getComputedStyle(document.body);
  const [paper, tint, text, line] = inks.map(([, colour]) => colour);
  return {
    theme: 'base',
    fontFamily,
    themeVariables: {
      fontFamily,
      fontSize: '16px',
      darkMode: isDark(paper),
      background: paper,
      primaryColor: tint,
      primaryTextColor: text,
      primaryBorderColor: line,
      secondaryColor: paper,
      tertiaryColor: paper,
      textColor: text,
      lineColor: line,
      noteBkgColor: tint,
      noteTextColor: text,
      noteBorderColor: line,
      edgeLabelBackground: paper,
      dropShadow: 'none',
      useGradient: false,
    },
  };
}

const isDark = (colour = ''): boolean =>
  (colour.match(/\d+/g) ?? []).reduce((sum, part) => sum + Number(part), 0) < 384;

async function draw(mermaid: Mermaid, diagrams: Diagram[]): Promise<void> {
  // Without the last, the picture of a bomb is put at the end of the page.
  const now = inks();
  mermaid.initialize({ ...style(now), startOnLoad: false, suppressErrorRendering: true });
  for (const [index, diagram] of diagrams.entries()) {
    try {
      const { svg } = await mermaid.render(`Page-diagram-${index}`, diagram.source);
      const figure = document.createElement('figure');
      figure.className = 'diagram';
      figure.tabIndex = 0;
      // As variables: paper is printed on in the inks of paper.
      figure.innerHTML = now.reduce(
        (svg, [name, colour]) => svg.replaceAll(colour, `var(--${name})`),
        svg,
      );
      diagram.place.replaceWith(figure);
      diagram.place = figure;
      fit(figure);
    } catch (error) {
      // A diagram with a mistake stays as its author wrote it.
      console.error(error);
    }
  }
}

/** Gives a diagram the room that it needs for its words to be read. */
function fit(figure: HTMLElement): void {
  const svg = figure.querySelector('svg');
  const width = svg?.viewBox.baseVal.width ?? 0;
  if (!svg || width === 0) return;
  figure.classList.toggle('wide', width > figure.clientWidth);
  svg.style.minWidth = `${width * SMALLEST}px`;
}

const sources = document.querySelectorAll('.prose pre:has(> code.language-mermaid)');
const diagrams = Array.from(sources, (place) => ({ place, source: place.textContent }));

if (sources[0]) await isNear(sources[0]);
const { default: mermaid }: { default: Mermaid } = await import(/* @vite-ignore */ src);
let drawing = draw(mermaid, diagrams);
const again = () => {
  drawing = drawing.then(() => draw(mermaid, diagrams));
};
// The reader chooses other colours, or the system does.
new MutationObserver(again).observe(document.documentElement, { attributeFilter: ['data-theme'] });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
