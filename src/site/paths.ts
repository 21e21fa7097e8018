// Where the project keeps what is the owner's: paths from its root, with `/`.

/** The configuration. */
export const CONFIG_FILE = 'src/site.config.ts';

/** What its authors write. */
export const CONTENT_FOLDER = 'src/content';
export const POSTS_FOLDER = `${CONTENT_FOLDER}/posts`;
export const PAGES_FOLDER = `${CONTENT_FOLDER}/pages`;

/** What Liquid can show: the imported `config.yml`, data, includes, and the owner's own tags. */
export const LIQUID_FOLDER = 'src/liquid';
export const DATA_FOLDER = `${LIQUID_FOLDER}/data`;
export const INCLUDES_FOLDER = `${LIQUID_FOLDER}/includes`;
export const TAGS_FOLDER = `${LIQUID_FOLDER}/tags`;

/** What its owner adds: styles, components, front matter, Markdown. */
export const CUSTOM_FOLDER = 'src/custom';
export const OWN_SCHEMA = `${CUSTOM_FOLDER}/schema.ts`;
export const OWN_MARKDOWN = `${CUSTOM_FOLDER}/markdown.ts`;
/** Components that posts in MDX can use without an import. */
export const MDX_FOLDER = `${CUSTOM_FOLDER}/mdx`;
/** Components that take a place by having its name: `src/custom/Header.astro`. */
export const PLACES = ['Head', 'Header', 'Footer', 'Home', 'BeforePost', 'AfterPost'] as const;

/** What is copied to the site as it is. */
export const PUBLIC_FOLDER = 'public';

/** What a build remembers or works on. */
export const WORK_FOLDER = '.galley';

/** The folders that builds make. */
export const MADE_FOLDERS = [WORK_FOLDER, 'dist', 'dist-drafts'];
