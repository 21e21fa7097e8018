import { parseFragment } from 'parse5';

const ENTITY = /&(?:#x[\da-f]+|#\d+|[a-z][a-z\d]*(?=;));?/gi;
const entities = new Map<string, string>();

/** Text with its character references decoded, as HTML defines them. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (entity) => {
    let character = entities.get(entity);
    if (character === undefined) {
      const [node] = parseFragment(entity).childNodes;
      character = node && 'value' in node ? node.value : entity;
      entities.set(entity, character);
    }
    return character;
  });
}
