import { expect, it } from 'vitest';
import { noSecrets, Secrets } from '../../../src/audit/secrets.ts';

const text = Array.from({ length: 2500 }, (_, i) => `we${i}`).join(' ');

it('every phrase of a long text is asked for, and none of another text', () => {
  const secrets = new Secrets(noSecrets(new Set()));
  secrets.addText({ text, syntax: 'markup' });
  secrets.index();
  const all = secrets.find({ text, syntax: 'markup' });
  const hits = all.filter(({ kind }) => kind === 'phrase');
  expect(hits).toHaveLength(2496);
  expect(text.slice(hits.at(-1)?.start, hits.at(-1)?.end)).toBe(
    'we2495 we2496 we2497 we2498 we2499',
  );
  expect(secrets.find({ text: 'we0 we1 we2 we3', syntax: 'markup' })).toEqual([]);
  secrets.clear({ text, syntax: 'markup' });
  expect(secrets.isEmpty).toBe(true);
});
