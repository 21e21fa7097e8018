import { isMapping } from '../rules/yaml.ts';
import type { Theme } from './theme.ts';

/** https://github.com/daattali/beautiful-jekyll#supported-parameters */
export const beautifulJekyll: Theme = {
  classes: {
    'box-note': 'callout callout-info',
    'box-warning': 'callout callout-warning',
    'box-error': 'callout callout-danger',
    'box-success': 'callout callout-tip',
    'mx-auto': 'center',
    'btn-primary': 'button',
  },
  cover(data) {
    for (const key of ['cover-img', 'bigimg', 'thumbnail-img', 'share-img']) {
      // A list as well, also of mappings from a path to its caption.
      const [value] = [data[key]].flat();
      const [path, caption] = isMapping(value) ? (Object.entries(value)[0] ?? []) : [value];
      if (typeof path !== 'string' || path.trim() === '') continue;
      return { path, caption: typeof caption === 'string' ? caption : undefined };
    }
    return undefined;
  },
};
