declare module 'virtual:galley' {
  /** Whether this is the dev server, where content changes while it runs. */
  export const dev: boolean;
  /** Whether drafts and scheduled posts are shown: in the dev server and the drafts preview alone. */
  export const drafts: boolean;
}
