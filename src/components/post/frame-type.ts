import { first } from 'virtual:galley/typeface';
import { FRAME_TYPE } from '../../markdown/embeds.ts';

const [roman] = first;
const FACE = roman === undefined ? '' : `@font-face{font-family:book;src:url(${roman})}`;

/** HTML whose frames wait for the reader in the typeface of the site. */
export const withFrameType = (html: string): string => html.replaceAll(FRAME_TYPE, FACE);
