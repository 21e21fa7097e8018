import { first } from 'virtual:galley/typeface';
import { FRAME_TYPE } from '../../markdown/embeds.ts';
import { bookFace } from '../../site/book.ts';

const FACE = bookFace(first[0]);

/** HTML whose frames wait for the reader in the typeface of the site. */
export const withFrameType = (html: string): string => html.replaceAll(FRAME_TYPE, FACE);
