import type { Partials } from '../liquid/partials.ts';
import { LiquidMistake } from '../liquid/place.ts';
import type { LiquidTag } from '../liquid/tag.ts';

/**
 * `{% render_partial path/to/file %}`: a file without its front matter. Octopress reads it from the
 * site's source folder; here it is kept with the includes.
 */
export function renderPartialTag(includes: Partials): LiquidTag {
  return {
    render(call) {
      const [name = ''] = call.interpolate(call.markup).trim().split(/\s+/);
      if (name === '') throw new LiquidMistake('expected the path of a file to render');
      return includes.render(name, call);
    },
  };
}
