import path from 'node:path';
import { ContentError } from '../problem.ts';

/**
 * A Vite plugin that tells an import of something that is not there like any other mistake.
 * @throws ContentError
 */
export function unresolvedImports(root: string) {
  return {
    name: 'galley:unresolved-imports',
    onLog(
      _level: string,
      { code, id, exporter }: { code?: string; id?: string; exporter?: string },
    ) {
      if (code !== 'UNRESOLVED_IMPORT' || !id || !exporter) return;
      const isPackage = /^[@\w]/.test(exporter);
      throw new ContentError([
        {
          file: path.relative(root, id).replaceAll(path.sep, '/'),
          field: 'import',
          value: exporter,
          message: isPackage
            ? 'expected a package that is installed'
            : 'expected a file that exists',
          hint: isPackage ? `\`npm install ${exporter}\` installs it.` : undefined,
        },
      ]);
    },
  };
}
