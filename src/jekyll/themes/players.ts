/** Where the frames of films and sounds are, by whose they are; `ID` stands for that of the film. */
export const players = {
  youtube: 'https://www.youtube-nocookie.com/embed/ID',
  vimeo: 'https://player.vimeo.com/video/ID?dnt=true',
  bilibili: 'https://player.bilibili.com/player.html?bvid=ID&autoplay=0',
  twitch: 'https://player.twitch.tv/?video=ID&autoplay=false',
  'google-drive': 'https://drive.google.com/file/d/ID/preview',
  spotify: 'https://open.spotify.com/embed/track/ID',
} satisfies Record<string, string>;

/** A frame in Liquid; `embeds.ts` has it wait for the reader. */
export function frame(player: keyof typeof players, more = ''): string {
  const src = players[player].replace('&', '&amp;').replace('ID', '{{ include.id | escape }}');
  return `<figure class="embed"><iframe src="${src}${more}" allowfullscreen></iframe></figure>`;
}
