const IMAGE_TYPES: Record<string, string> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** The media type of a picture, as the end of its address tells; nothing where it does not. */
export function imageType(address: string): string | undefined {
  const [, extension = ''] = /\.(\w+)(?:[?#]|$)/.exec(address) ?? [];
  return IMAGE_TYPES[extension.toLowerCase()];
}
