import { defineConfig, type OxlintOverride } from 'oxlint';

/**
 * The rooms of `src/`, from the ground up: each imports from those above it in this list alone, so that
 * whoever reads one need not know what is built on it. Those of one line do not know each other.
 */
export const ROOMS = [
  ['lib'],
  ['i18n'],
  ['html'],
  ['jekyll'],
  ['site'],
  ['source'],
  ['markdown'],
  ['dialect'],
  ['check'],
  ['store'],
  ['posts'],
  ['feeds', 'search', 'social', 'comments'],
  ['client'],
  ['components'],
  ['kit'],
  ['layouts'],
  ['pages'],
  ['outputs'],
  ['audit'],
  ['build'],
  ['cli'],
];

/** Refuses, in a room, imports from all that is not below it. */
function arrowsDown(room: string, level: number): OxlintOverride {
  const others = ROOMS.slice(level)
    .flat()
    .filter((other) => other !== room);
  return {
    files: [`src/${room}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: others.map((other) => ({
            group: [`**/../${other}/**`],
            message: `src/${room}/ knows nothing of src/${other}/, which is built on it: see CONTRIBUTING.md.`,
          })),
        },
      ],
    },
  };
}

/** The owner's code counts on the kit, and on nothing that a newer Galley may have changed. */
const OWNERS: OxlintOverride = {
  files: ['src/custom/**'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: ROOMS.flat()
          .filter((room) => room !== 'kit')
          .map((room) => ({
            group: [`**/../${room}/**`],
            message: `src/${room}/ may be another in the next version: src/kit/ has what stays.`,
          })),
      },
    ],
  },
};

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  rules: {
    // Types count: whoever reads one module has to read the other.
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'no-await-in-loop': 'off',
    'import/no-unassigned-import': 'off',
    'no-shadow': 'off',
    'import/no-named-as-default-member': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'oxc/no-map-spread': 'off',
    'unicorn/require-post-message-target-origin': 'off',
  },
  overrides: [
    ...ROOMS.flatMap((rooms, level) => rooms.map((room) => arrowsDown(room, level))),
    OWNERS,
  ],
  ignorePatterns: ['dist', 'dist-drafts', '.galley', '.astro'],
});
