/** Characters that XML 1.0 cannot hold, even escaped. https://www.w3.org/TR/xml/#charsets */
const ILLEGAL = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** `text` without the control characters that would make a feed unreadable. */
export function legalXml(text: string): string {
  return text.replace(ILLEGAL, '');
}
