import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ContentError, type Problem } from '../lib/problem.ts';

/** A Vite plugin that tells imports of what is not there, all at once, like any other mistake. */
export function unresolvedImports(root: string) {
  const problems: Problem[] = [];
  return {
    name: 'galley:unresolved-imports',
    onLog(
      _level: string,
      { code, id, exporter }: { code?: string; id?: string; exporter?: string },
    ) {
      if (code !== 'UNRESOLVED_IMPORT' || !id || !exporter) return;
      problems.push(unresolvedImport(root, id, exporter));
      return false;
    },
    /** @throws ContentError */
    buildEnd() {
      if (problems.length > 0) throw new ContentError(problems.splice(0));
    },
  };
}

function unresolvedImport(root: string, id: string, value: string): Problem {
  const [before = '', after] = readFileSync(id, 'utf8').split(value, 2);
  const isPackage = /^[@\w]/.test(value);
  const [name] = /^(?:@[^/]+\/)?[^/]+/.exec(value) ?? [value];
  return {
    file: path.relative(root, id).replaceAll(path.sep, '/'),
    line: after === undefined ? undefined : before.split('\n').length,
    field: 'import',
    value,
    message: isPackage ? 'expected a package that is installed' : 'expected a file that exists',
    hint: isPackage ? `\`npm install ${name}\` installs it.` : undefined,
  };
}
