import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOMS } from '../../oxlint.config.ts';

/** What the linter says of each file: its name and the room that it may not know. */
let refused: string[];

/** A house with two files in each room, of which one imports from all others. */
beforeAll(() => {
  const house = mkdtempSync(path.join(tmpdir(), 'galley-rooms-'));
  copyFileSync('oxlint.config.ts', path.join(house, 'oxlint.config.ts'));
  symlinkSync(path.resolve('node_modules'), path.join(house, 'node_modules'));
  const rooms = [...ROOMS.flat(), 'custom'];
  for (const room of rooms) {
    const folder = path.join(house, 'src', room);
    mkdirSync(folder, { recursive: true });
    const imports = ROOMS.flat()
      .filter((other) => other !== room)
      .map(
        (other, index) => `import { value as v${index} } from '../${other}/leaf.ts';\nv${index}();`,
      );
    writeFileSync(path.join(folder, 'all.ts'), imports.join('\n'));
    writeFileSync(path.join(folder, 'leaf.ts'), 'export const value = () => {};\n');
  }
  const pair = (a: string, b: string) =>
    `import type { ${b} } from './${b}.ts';\nexport interface ${a} { of: ${b} }\n`;
  writeFileSync(path.join(house, 'src/lib/One.ts'), pair('One', 'Two'));
  writeFileSync(path.join(house, 'src/lib/Two.ts'), pair('Two', 'One'));
  const { stdout } = spawnSync('oxlint', ['--format=unix', 'src'], {
    cwd: house,
    encoding: 'utf8',
  });
  refused = stdout.split('\n');
});

describe('the linter', () => {
  it.each(ROOMS.flatMap((rooms, level) => rooms.map((room) => [room, level] as const)))(
    'lets %s import from the rooms below it alone',
    (room, level) => {
      const told = refused
        .filter((line) => line.includes(`src/${room}/all.ts`))
        .map((line) => /'\.\.\/([a-z0-9]+)\//.exec(line)?.[1]);
      const above = ROOMS.slice(level)
        .flat()
        .filter((other) => other !== room);
      expect(told.toSorted()).toEqual(above.toSorted());
    },
  );

  it('lets the owner’s components import from the kit alone', () => {
    const told = refused
      .filter((line) => line.includes('src/custom/all.ts'))
      .map((line) => /'\.\.\/([a-z0-9]+)\//.exec(line)?.[1]);
    const others = ROOMS.flat().filter((room) => room !== 'kit');
    expect(told.toSorted()).toEqual(others.toSorted());
  });

  it('refuses circles, of types too', () => {
    expect(refused.filter((line) => /One\.ts.*cycle/i.test(line))).toHaveLength(1);
  });
});

it('CONTRIBUTING.md names the rooms in the same order', () => {
  const table = readFileSync('CONTRIBUTING.md', 'utf8').matchAll(
    /^\| ((?:`[a-z0-9]+\/`,? ?)+)\s*\|/gm,
  );
  const named = [...table].map(([, rooms = '']) =>
    [...rooms.matchAll(/`([a-z0-9]+)\/`/g)].map(([, room]) => room),
  );
  expect(named).toEqual(ROOMS);
});
