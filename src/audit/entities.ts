import { decodeEntities } from '../html/entities.ts';
import { foldCode, kinds } from './characters.ts';

const SPACE = 32;
const DOUBLE_QUOTE = 34;
const SEMICOLON = 59;
const LESS = 60;
const GREATER = 62;

/** Where the semicolon of an entity stands whose name begins at an offset, or 0. */
export function entityEnd(codes: Uint16Array, name: number): number {
  for (let i = name; i < name + 32; i++) {
    const code = codes[i] ?? 0;
    if (code === SEMICOLON) return i > name ? i : 0;
    if ((kinds[code] ?? 0) < 48 && code !== 35 /* # */) return 0;
  }
  return 0;
}

const entities = new Map<string, number>([
  ['lt', LESS],
  ['gt', GREATER],
  ['quot', DOUBLE_QUOTE],
  ['nbsp', SPACE],
]);

/** The character of an entity, folded; a space where there is none. */
export function entityCode(name: string): number {
  let code = entities.get(name);
  if (code === undefined) {
    const text = decodeEntities(`&${name};`);
    code = text === `&${name};` ? SPACE : foldCode(text.codePointAt(0) ?? SPACE);
    entities.set(name, code);
  }
  return code;
}

/** Text without entities, also those that were escaped on the way, as in feeds. */
export function withoutEntities(text: string): string {
  return decodeEntities(text.replace(/&(?:amp;)+/gi, '&'));
}
