import { expect, it } from 'vitest';
import { scriptJson } from '../../../src/components/page/structured-data.ts';

it.each(['</script><script>alert(1)</script>', '<!-- <script>', 'a & "b"', '日本語\u2028'])(
  'scriptJson keeps %j a value',
  (headline) => {
    const json = scriptJson({ headline });
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toEqual({ headline });
  },
);

it('scriptJson leaves out what is missing', () => {
  expect(scriptJson({ a: 1, b: undefined })).toBe('{"a":1}');
});
