import type { LiquidTag } from '../tag.ts';

const REGISTER = 'ifchanged';

/** `{% ifchanged %}`: a block that is left out where it would repeat what it wrote last. */
export const ifchanged: LiquidTag = {
  block: true,
  render({ body, context }) {
    if (context.getRegister<unknown>(REGISTER) === body) return '';
    context.setRegister(REGISTER, body);
    return body;
  },
};
