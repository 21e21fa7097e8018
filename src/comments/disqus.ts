import { loadScript, type CommentedPage, type Provider } from './provider.ts';
import type { Settings } from '../site/comments.ts';

interface DisqusWindow {
  disqus_config?: (this: { page: Record<string, string>; language?: string }) => void;
  DISQUS?: { reset(options: { reload: boolean }): void };
}

/** https://help.disqus.com/en/articles/1717084-javascript-configuration-variables */
export function disqus(
  { shortname }: Settings<'disqus'>,
  { url, title, lang }: CommentedPage,
): Provider {
  const host = window as DisqusWindow;
  return {
    show(place) {
      const thread = document.createElement('div');
      thread.id = 'disqus_thread';
      place.append(thread);
      host.disqus_config = function () {
        // The identifier that Octopress gave, so that its comments are found again.
        this.page = { url, identifier: url, title };
        this.language = lang;
      };
      return loadScript(place, `https://${shortname}.disqus.com/embed.js`, {
        'data-timestamp': String(Date.now()),
      });
    },
    // It takes its colours from the page, when it is loaded.
    setTheme: () => host.DISQUS?.reset({ reload: true }),
  };
}
