import { languageOf } from '../i18n/format.ts';
import site from '../site.config.ts';
import type { Post } from './posts.ts';

/** Attributes for what a page says of a post. @param around language of the page */
export const languageOfPost = ({ data: { lang = site.lang } }: Post, around: string) =>
  languageOf(lang, around);
