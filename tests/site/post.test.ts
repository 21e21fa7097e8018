import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BUILD_TIME } from '../support/sites.ts';
import { post, Project } from './project.ts';

let project: Project;
beforeAll(() => {
  project = new Project({
    [post('2026-01-01-old.md')]: '---\ntitle: A\n---\nA\n',
    [post('2026-01-02-other.md')]: '[a](/posts/old/) {% post_url 2026-01-01-old %}\n',
  });
});
afterAll(() => project.remove());

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/post.ts', ...args], {
    cwd: project.root,
    encoding: 'utf8',
    env: { ...process.env, BUILD_TIME },
  });
  return { status, said: stdout + stderr };
}

it('takes a post from its beginning to another name', () => {
  const begun = run('new', 'What the river knows', '--tag', 'water');
  expect(begun).toMatchObject({ status: 0 });
  const [file = ''] = begun.said.split('\n');
  expect(run('list', '--drafts').said).toContain('what-the-river-knows.md');

  expect(run('publish', 'what-the-river-knows', '--dry-run').said).toContain('- published: false');
  expect(project.text(file)).toContain('published: false');
  expect(run('publish', 'what-the-river-knows')).toMatchObject({ status: 0 });
  expect(project.text(file)).not.toContain('published: false');

  const dry = run('rename', 'old', 'new', '--dry-run').said;
  expect(dry).toContain('+ [a](/posts/new/) {% post_url 2026-01-01-new %}');
  expect(project.text(post('2026-01-01-old.md'))).toBe('---\ntitle: A\n---\nA\n');
  expect(run('rename', 'old', 'new').said).toContain('/posts/old/ leads there');
  expect(project.text(post('2026-01-01-new.md'))).toContain('  - /posts/old/\n');

  expect(run('unpublish', 'new')).toMatchObject({ status: 0 });
  expect(project.text(post('2026-01-01-new.md'))).toContain('published: false\n');
});

it.each([
  [['rename', 'othre', 'x'], 1, 'Did you mean other?'],
  [['renam', 'other', 'x'], 2, 'Did you mean rename?'],
  [['rename', 'other'], 2, 'expected a post and its new name'],
  [['rename', 'other', 'x', '--dry'], 2, 'there is no option --dry'],
])('says what is wrong with %j', (args, status, message) => {
  expect(run(...args)).toMatchObject({ status, said: expect.stringContaining(message) });
});
