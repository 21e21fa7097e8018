import { loadScript, tellFrame, type CommentedPage, type Provider } from './provider.ts';
import type { Settings } from '../site/comments.ts';

const ORIGIN = 'https://giscus.app';

/** https://github.com/giscus/giscus/blob/main/ADVANCED-USAGE.md */
export function giscus(settings: Settings<'giscus'>, { lang }: CommentedPage): Provider {
  const { repo, repoId, category, categoryId, mapping, reactions } = settings;
  return {
    show: (place, theme) =>
      loadScript(place, `${ORIGIN}/client.js`, {
        crossorigin: 'anonymous',
        'data-repo': repo,
        'data-repo-id': repoId,
        'data-category': category,
        'data-category-id': categoryId,
        'data-mapping': mapping,
        // Without it a discussion is found whose title only begins in the same way.
        'data-strict': '1',
        'data-reactions-enabled': reactions ? '1' : '0',
        'data-emit-metadata': '0',
        'data-input-position': 'top',
        'data-theme': theme,
        'data-lang': lang,
      }),
    setTheme: (place, theme) => tellFrame(place, ORIGIN, { giscus: { setConfig: { theme } } }),
  };
}
