import path from 'node:path';
import type { Partials } from '../partials.ts';
import { LiquidMistake } from '../place.ts';
import { runOf } from '../liquid-run.ts';
import type { LiquidTag, TagCall } from '../tag.ts';

const PARAMETER = /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([\w.-]+))/g;
const PARAMETERS =
  /^(?:\s*[\w-]+\s*=\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\w.-]+)(?=\s|$))*\s*$/s;
const NAME = /^[\p{L}\p{N}_/.()+~#@-]+$/u;

/**
 * `{% include note.html text="hello" post=page.title %}`, `{% include {{ page.kind }} %}`.
 * https://jekyllrb.com/docs/includes/
 */
export function includeTag(includes: Partials): LiquidTag {
  return {
    render(call) {
      const { name, parameters } = read(call);
      return includes.render(name, call, parameters);
    },
  };
}

/** `{% include_relative part.md %}`: a file beside the post that is rendered, or below it. */
export function includeRelativeTag(posts: Partials, folderOf: (file: string) => string): LiquidTag {
  return {
    render(call) {
      const { name, parameters } = read(call);
      return posts.render(path.posix.join(folderOf(postOf(call)), name), call, parameters);
    },
  };
}

/** The file of the post that is rendered, also inside of an include. */
function postOf({ context, place }: TagCall): string {
  return (runOf(context).trail[0] ?? place).file;
}

function read(call: TagCall): { name: string; parameters?: Record<string, unknown> } {
  const [, file = '', rest = ''] =
    /^((?:\{\{[\s\S]*?\}\}|[^\s{]|\{)+)\s*([\s\S]*)$/.exec(call.markup) ?? [];
  const name = call.interpolate(file);
  if (!NAME.test(name) || /[./]{2,}/.test(name)) {
    throw new LiquidMistake(
      `expected the name of a file to include, not \`${name}\``,
      name === '' && file !== '' ? `\`${file}\` is empty here.` : undefined,
    );
  }
  if (rest === '') return { name };
  if (!PARAMETERS.test(rest) || rest.includes('{{')) {
    throw new LiquidMistake(
      `expected parameters such as name="text" or name=page.title, not \`${rest}\``,
    );
  }
  const parameters: Record<string, unknown> = {};
  for (const [, key = '', double, single, variable] of rest.matchAll(PARAMETER)) {
    parameters[key] =
      double?.replaceAll('\\"', '"') ??
      single?.replaceAll("\\'", "'") ??
      call.evaluate(variable ?? '');
  }
  return { name, parameters };
}
