import type { Comments } from '../site/comments.ts';

/** The page whose comments are shown. */
export interface CommentedPage {
  /** Whole address. */
  url: string;
  title: string;
  /** The language of the interface, without region: `en`. */
  lang: string;
}

/** What the page hands to the script that loads comments. */
export interface CommentsData {
  settings: Comments;
  page: CommentedPage;
}

export type Theme = 'light' | 'dark';

/** Someone who keeps comments. Nothing is asked of them before `show`. */
export interface Provider {
  /** Loads the comments into an empty element. Rejects where the provider cannot be reached. */
  show(place: HTMLElement, theme: Theme): Promise<void>;
  /** Follows the page. */
  setTheme(place: HTMLElement, theme: Theme): void;
}

/** The host that learns of the reader, for the question that comes before. */
export const HOSTS: Record<Comments['provider'], string> = {
  giscus: 'giscus.app',
  utterances: 'utteranc.es',
  disqus: 'disqus.com',
};

/** Whose scripts run once the reader wants to see comments. */
export const SCRIPTS: Record<Comments['provider'], readonly string[]> = {
  giscus: ['https://giscus.app'],
  utterances: ['https://utteranc.es'],
  disqus: ['https://*.disqus.com', 'https://*.disquscdn.com'],
};

/** A script of another host, put where its provider looks for it. Rejects where it cannot be loaded. */
export function loadScript(
  place: HTMLElement,
  src: string,
  attributes: Record<string, string>,
): Promise<void> {
  const script = document.createElement('script');
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  script.async = true;
  script.src = src;
  place.append(script);
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${src} cannot be loaded`)));
  });
}

/** Tells the frame of a provider something, where it is there already. */
export function tellFrame(place: HTMLElement, origin: string, message: unknown): void {
  place.querySelector('iframe')?.contentWindow?.postMessage(message, origin);
}
