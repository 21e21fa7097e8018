// Draws the diagrams of a page in its type and colours when the reader comes near the first, or prints. Until
// then, and without scripts, their source can be read.

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

function whenNear(element: Element, action: () => void): void {
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      action();
    },
    { rootMargin: '50%' },
  );
  observer.observe(element);
}

/** A colour of the page: how its styles say it, and what it is at the moment. */
type Ink = [css: string, now: string];

/** What Mermaid draws in which ink (`lineColor` and so on). It mixes other colours from these. */
const INKS = {
  paper: 'secondary tertiary activeTaskBkg pieStroke pieOuterStroke',
  tint: 'primary noteBkg altSectionBkg critBkg',
  rule: 'grid doneTaskBkg',
  ink: 'primaryText text title noteText',
  'ink-2': 'primaryBorder line noteBorder',
  accent: 'critBorder todayLine',
};

/** Parts that stand side by side, as those of a pie, have the inks of code, thinned. */
const THINNED = ['function', 'string', 'constant', 'keyword'].map(
  (name) => `color-mix(in srgb, var(--code-${name}) 35%, var(--paper))`,
);

function inks(): Ink[] {
  const probe = document.createElement('i');
  document.body.append(probe);
  const found = [...Object.keys(INKS).map((name) => `var(--${name})`), ...THINNED].map(
    (css): Ink => {
      probe.style.color = css;
      return [css, rgbOf(getComputedStyle(probe).color)];
    },
  );
  probe.remove();
  return found;
}

/** As in the drawing: Mermaid does not know how browsers write mixed colours, `color(srgb 1 0.5 0)`. */
const rgbOf = (colour: string): string =>
  colour.startsWith('color')
    ? `rgb(${partsOf(colour)
        .map((part) => Math.round(255 * part))
        .join(', ')})`
    : colour;

function style(inks: Ink[]): Record<string, unknown> {
  const colours = inks.map(([, colour]) => colour);
  const names = Object.values(INKS);
  const parts = colours.slice(names.length);
  const [paper = ''] = colours;
  const [red = 0] = partsOf(paper);
  return {
    theme: 'base',
    look: 'classic',
    fontFamily: getComputedStyle(document.body).fontFamily,
    themeVariables: {
      ...Object.fromEntries([
        ...names.flatMap((each, ink) =>
          each.split(' ').map((name) => [`${name}Color`, colours[ink]]),
        ),
        ...Array.from({ length: 13 }, (_, index) => [`pie${index}`, parts[index % parts.length]]),
      ]),
      darkMode: red < 128,
      background: paper,
      edgeLabelBackground: paper,
      pieOpacity: '1',
    },
  };
}

const partsOf = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);

async function draw(mermaid: Mermaid, diagrams: Diagram[]): Promise<void> {
  // Without the last, the picture of a bomb is put at the end of the page.
  const now = inks();
  mermaid.initialize({ ...style(now), suppressErrorRendering: true });
  for (const [index, diagram] of diagrams.entries()) {
    try {
      const { svg } = await mermaid.render(`Page-diagram-${index}`, diagram.source);
      const figure = document.createElement('figure');
      figure.className = 'diagram';
      figure.tabIndex = 0;
      // As variables: paper is printed on in the inks of paper.
      figure.innerHTML = now.reduce((svg, [css, colour]) => svg.replaceAll(colour, css), svg);
      diagram.place.replaceWith(figure);
      diagram.place = figure;
      fit(figure);
    } catch {
      // A diagram with a mistake stays as its author wrote it, who has heard of it from the build.
    }
  }
}

/** Gives a diagram the room that it needs for its words to be read. */
function fit(figure: HTMLElement): void {
  const svg = figure.querySelector('svg');
  if (!svg) return;
  const { width } = svg.viewBox.baseVal;
  figure.classList.toggle('wide', width > figure.clientWidth);
  svg.style.minWidth = `${width * SMALLEST}px`;
}

const sources = document.querySelectorAll('.prose pre:has(> code.language-mermaid)');
const diagrams = Array.from(sources, (place) => ({ place, source: place.textContent }));

let isDrawn = false;
let drawing: Promise<void> | undefined;
const start = (): Promise<void> => (drawing ??= drawFirst());

async function drawFirst(): Promise<void> {
  const { default: mermaid }: { default: Mermaid } = await import(/* @vite-ignore */ src);
  const again = () => {
    drawing = drawing?.then(() => draw(mermaid, diagrams));
  };
  // The reader chooses other colours, or the system does.
  new MutationObserver(again).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', again);
  await draw(mermaid, diagrams);
  isDrawn = true;
}

if (sources[0]) whenNear(sources[0], start);
// Paper does not scroll. The keys wait for the drawings; who prints by the menu has them the next time.
addEventListener('beforeprint', start);
addEventListener('keydown', (event) => {
  if (isDrawn || event.key !== 'p' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  start().finally(print);
});
