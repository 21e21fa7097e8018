import { mapping, text, type JekyllConfig } from './values.ts';

/** What is to be said of how the old site's Markdown was read, where it is read otherwise here. */
export function markdownNotes(jekyll: JekyllConfig): string[] {
  const converter = text(jekyll['markdown']) ?? 'kramdown';
  if (!/^kramdown$/i.test(converter)) {
    return [
      `\`markdown: ${converter}\` is another converter: texts are read as by kramdown with GitHub’s additions, which differs in details.`,
    ];
  }
  const { input = 'GFM', auto_ids } = mapping(jekyll['kramdown']) ?? {};
  const notes = [];
  if (input !== 'GFM') {
    notes.push(
      `\`kramdown.input: ${text(input)}\` is not followed: texts are read as \`GFM\`, Jekyll’s default.`,
    );
  }
  if (auto_ids === false) {
    notes.push(
      '`kramdown.auto_ids: false` is not followed: contents and links need ids of headings.',
    );
  }
  return notes;
}
