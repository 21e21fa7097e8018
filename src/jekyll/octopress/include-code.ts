import fs from 'node:fs';
import path from 'node:path';
import { readText } from '../../lib/files.ts';
import { codeBlock } from '../liquid/code.ts';
import { readCodeOptions } from './code-options.ts';
import { LiquidMistake, MissingFile } from '../liquid/place.ts';
import type { LiquidTag } from '../liquid/tag.ts';

/** The folder that code is included from. */
export interface CodeFolder {
  /** Absolute path. */
  readonly dir: string;
  /** Its URL, for the download link: `/downloads/code`. */
  readonly url: string;
}

/** `{% include_code [title] [lang:language] path/to/file %}` */
export function includeCodeTag(folder: CodeFolder): LiquidTag {
  return {
    render(call) {
      const { lang, caption, ...options } = readCodeOptions(call.markup);
      const { title: words = '', link = 'download' } = caption ?? {};
      const [, title = '', name] = /^(?:(.*)\s)?\/*(\S+)$/s.exec(words.trim()) ?? [];
      if (name === undefined) {
        throw new LiquidMistake('expected the path of a file, such as {% include_code test.rb %}');
      }
      const base = path.basename(name);
      return codeBlock(
        {
          code: read(folder, name).trimEnd(),
          ...options,
          lang: lang ?? path.extname(name).slice(1),
          caption: {
            title: title.trim() === '' ? base : `${title.trim()} (${base})`,
            url: `${folder.url}/${name}`,
            link,
          },
        },
        call,
      );
    },
  };
}

function read({ dir, url }: CodeFolder, name: string): string {
  const file = path.join(dir, name);
  const exists = fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  if (!exists || !fs.realpathSync(file).startsWith(fs.realpathSync(dir) + path.sep)) {
    throw new MissingFile(`expected a file \`${name}\` in the folder of ${url}/; there is none`);
  }
  return readText(file);
}
