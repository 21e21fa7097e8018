/**
 * What Octopress 2 makes of the name of a category in addresses.
 * https://github.com/imathis/octopress/blob/master/plugins/category_generator.rb
 */
export function categorySlug(name: string): string {
  return name
    .replace(/_|[^\p{L}\p{M}\p{Nd}\p{Pc}]/gu, '-')
    .replace(/-{2,}/g, '-')
    .toLowerCase();
}
