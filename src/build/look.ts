import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isReadable, nearestColour, readColour, type Colour } from '../site/colours.ts';
import type { Site } from '../site/schema.ts';
import { hasOwnColours, paletteOf, SCHEMES } from '../site/theme.ts';
import { CUSTOM_FOLDER, type PLACES } from '../site/paths.ts';
import site from '../site.config.ts';

const CSS = 'virtual:galley/look.css';
const STYLES = fileURLToPath(new URL('../styles/', import.meta.url));

/** The places of the owner's components for which there is room made in the grid of a post. */
const IN_POSTS = ['BeforePost', 'AfterPost'] satisfies (typeof PLACES)[number][];

/** Gives pages the styles of what their owner has chosen; nobody else’s have a byte of them. */
export function look(): AstroIntegration {
  return {
    name: 'galley:look',
    hooks: {
      'astro:config:setup'({ config, updateConfig }) {
        const hasPlaces = IN_POSTS.some((name) =>
          existsSync(new URL(`${CUSTOM_FOLDER}/${name}.astro`, config.root)),
        );
        const plugin = {
          name: 'galley:look',
          resolveId: (source: string) => (source === CSS ? `\0${CSS}` : undefined),
          load: (id: string) =>
            id === `\0${CSS}` ? styleSheet(site, STYLES, hasPlaces) : undefined,
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}

/**
 * The style sheet of a configuration; empty for one that chooses nothing.
 * @param styles absolute path of `src/styles/`
 * @param hasPlaces whether components of the owner's stand in posts
 */
export function styleSheet(
  { theme, logo, social }: Pick<Site, 'theme' | 'logo' | 'social'>,
  styles: string,
  hasPlaces = false,
): string {
  const chosen = [
    ...(logo ? ['logo'] : []),
    ...(social.some(({ icon }) => icon) ? ['icons'] : []),
    ...(hasPlaces ? ['places'] : []),
  ];
  return [
    ...(hasOwnColours(theme) ? [colours(theme, styles)] : []),
    ...chosen.map((name) => {
      return `@layer components{${readFileSync(path.join(styles, `chosen/${name}.css`), 'utf8')}}`;
    }),
  ].join('\n');
}

/** Readers who ask for more contrast have black and white, whatever the owner has chosen. */
function colours(theme: Site['theme'], styles: string): string {
  const [light, dark] = SCHEMES.map((scheme) => paletteOf(theme, scheme));
  if (!light || !dark) return '';
  const tokens = (['paper', 'tint', 'rule', 'ink', 'ink2', 'accent'] as const).map((name) =>
    property(name.replace('2', '-2'), light[name], dark[name]),
  );
  const code = codeColours(styles).map(({ name, colours }) => {
    const [day = light.ink, night = dark.ink] = [light, dark].map(({ tint }, i) =>
      nearestColour(colours[i] ?? tint, (colour) => isReadable(colour, tint)),
    );
    return property(name, day, night);
  });
  return `@media not (prefers-contrast:more){@layer tokens{:root{${tokens.join('')}}}@layer components{:root{${code.join('')}}}}`;
}

const property = (name: string, light: Colour, dark: Colour) =>
  `--${name}:light-dark(${light},${dark});`;

/** The inks of code, which stand on tinted paper: by day and by night, as the styles have them. */
function codeColours(styles: string): { name: string; colours: Colour[] }[] {
  const css = readFileSync(path.join(styles, 'code.css'), 'utf8');
  const found = css.matchAll(/--((?:astro-)?code-[\w-]+): light-dark\((#\w+), (#\w+)\)/g);
  return Array.from(found, ([, name = '', ...written]) => ({
    name,
    colours: written.flatMap((colour) => readColour(colour) ?? []),
  }));
}
