/** A path of the site; two slashes would begin another host. */
export const PATH = /^\/(?!\/)/;

/** Whether a text is a whole address on the web. */
export const isAddress = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);
