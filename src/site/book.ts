/** Fonts of what stands outside of the site's style sheets: the site's own, or what systems have. */
export const BOOK = "book,Charter,'Source Serif 4',Cambria,'Noto Serif',serif";

/** The first of these, where the site brings it. @param font its address */
export const bookFace = (font: string | undefined): string =>
  font === undefined ? '' : `@font-face{font-family:book;src:url(${font})}`;
