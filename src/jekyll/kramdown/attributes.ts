/** The attributes that an attribute list sets; `refs` are the named lists that it takes in. */
export interface AttributeList {
  attributes: Record<string, string>;
  refs: string[];
}

const ENTRY =
  /(?:^|\s)(?:([\w][\w-]*)=(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)')|((?:[#.][^\s.#=]+)+)|([\w][\w-]*))(?=\s|$)/g;

/**
 * Reads what stands between the braces of `{: .note #id key="value" name}`: classes add up, of ids
 * and keys the last counts, a bare word takes in the attribute list of that name. What is none of
 * these is ignored. https://kramdown.gettalong.org/syntax.html#attribute-list-definitions
 */
export function parseAttributeList(text: string): AttributeList {
  const attributes: Record<string, string> = {};
  const refs: string[] = [];
  for (const [, key, double, single, short, ref] of text.matchAll(ENTRY)) {
    if (key !== undefined) {
      addAttribute(attributes, key, (double ?? single ?? '').replace(/\\(["'}])/g, '$1'));
    } else if (short !== undefined) {
      for (const [, sign, name = ''] of short.matchAll(/([#.])([^#.]+)/g)) {
        addAttribute(attributes, sign === '#' ? 'id' : 'class', name);
      }
    } else if (ref !== undefined) {
      refs.push(ref);
    }
  }
  return { attributes, refs };
}

/** Sets one attribute; `class` is added to the classes that are there. */
export function addAttribute(attributes: Record<string, string>, key: string, value: string): void {
  const before = attributes[key];
  attributes[key] = key === 'class' && before !== undefined ? `${before} ${value}` : value;
}
