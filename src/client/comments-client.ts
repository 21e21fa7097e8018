import { disqus } from '../comments/disqus.ts';
import { giscus } from '../comments/giscus.ts';
import type { CommentsData, Provider, Theme } from '../comments/provider.ts';
import { utterances } from '../comments/utterances.ts';

/** Lets the reader load the comments of a page (`Comments.astro`), and nobody else. */
export function startComments(section: HTMLElement): void {
  const data: CommentsData = JSON.parse(section.dataset['comments'] ?? '');
  const question = section.querySelector('div');
  const button = section.querySelector('button');
  if (!question || !button) return;

  const failure = document.createElement('p');
  failure.role = 'alert';
  button.addEventListener('click', async () => {
    failure.remove();
    const place = document.createElement('div');
    place.tabIndex = -1;
    question.replaceWith(place);
    // The button that had the focus is gone.
    place.focus();
    const provider = providerOf(data);
    try {
      await provider.show(place, currentTheme());
      onThemeChange(() => provider.setTheme(place, currentTheme()));
    } catch {
      // The reader is offline, or something keeps the provider away.
      place.replaceWith(question);
      question.append(failure);
      failure.textContent = section.dataset['failed'] ?? '';
      button.focus();
    }
  });
  button.hidden = false;
}

function providerOf({ settings, page }: CommentsData): Provider {
  if (settings.provider === 'giscus') return giscus(settings, page);
  if (settings.provider === 'utterances') return utterances(settings);
  return disqus(settings, page);
}

const system = matchMedia('(prefers-color-scheme: dark)');

/** What the reader has chosen, or what the system is set to. */
function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  if (theme === 'light' || theme === 'dark') return theme;
  return system.matches ? 'dark' : 'light';
}

function onThemeChange(listener: () => void): void {
  system.addEventListener('change', listener);
  new MutationObserver(listener).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  });
}
