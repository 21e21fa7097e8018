import { loadScript, tellFrame, type Provider } from './provider.ts';
import type { Settings } from '../site/comments.ts';

const ORIGIN = 'https://utteranc.es';

/** https://utteranc.es */
export function utterances({ repo, mapping, label }: Settings<'utterances'>): Provider {
  return {
    show: (place, theme) =>
      loadScript(place, `${ORIGIN}/client.js`, {
        crossorigin: 'anonymous',
        repo,
        'issue-term': mapping,
        ...(label && { label }),
        theme: `github-${theme}`,
      }),
    setTheme: (place, theme) =>
      tellFrame(place, ORIGIN, { type: 'set-theme', theme: `github-${theme}` }),
  };
}
