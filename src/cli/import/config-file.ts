import { format } from 'prettier';
import type { SiteConfig } from '../../site/schema.ts';

/** The text of `src/site.config.ts` for a configuration. */
export async function configFile(config: SiteConfig): Promise<string> {
  const source = `import { defineSite } from './site/define.ts';

/** Everything about the site that its owner decides. Each key is explained in \`site/schema.ts\`. */
export default defineSite(${JSON.stringify(config)});
`;
  return format(source, {
    parser: 'typescript',
    printWidth: 100,
    singleQuote: true,
    quoteProps: 'as-needed',
  });
}
