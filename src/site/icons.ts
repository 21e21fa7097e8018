import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { nearest } from '../lib/problem.ts';
import { once } from '../lib/once.ts';

/** What is used of an icon set. https://iconify.design/docs/types/iconify-json.html */
interface IconSet {
  icons: Record<string, { body: string }>;
  aliases?: Record<string, { parent: string }>;
}

/** Bootstrap Icons, read when the first icon is asked for; each is 16 wide and high. */
const iconSet = once((file: string): IconSet => {
  const { resolve } = createRequire(import.meta.url);
  return JSON.parse(readFileSync(resolve(file), 'utf8'));
});

/** What an icon draws, as the inside of an SVG of 16 by 16; nothing for a name that there is not. */
export function iconBody(name: string): string | undefined {
  const { icons, aliases = {} } = iconSet('@iconify-json/bi/icons.json');
  const known = Object.hasOwn(aliases, name) ? (aliases[name]?.parent ?? name) : name;
  return Object.hasOwn(icons, known) ? icons[known]?.body : undefined;
}

/** The name of an icon. */
export const iconSchema = z.string().superRefine((name, context) => {
  if (iconBody(name) !== undefined) return;
  const meant = nearest(name, Object.keys(iconSet('@iconify-json/bi/icons.json').icons));
  context.addIssue({
    code: 'custom',
    message: 'expected the name of an icon of https://icons.getbootstrap.com',
    params: { hint: meant && `Did you mean \`${meant}\`?` },
  });
});
