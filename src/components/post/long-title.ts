/** Characters of a title from which on it is set smaller. */
const LONG = 60;

/** Whether a title is so long that it would fill the screen in the size of others. */
export const isLong = (title: string): boolean => title.length > LONG;
