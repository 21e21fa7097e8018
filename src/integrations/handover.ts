import type { SearchDocument } from '../search/document.ts';
import type { Card } from '../social/card.ts';

/** What pages tell integrations: the posts for the search index, and the social images to draw. */
interface Handover {
  documents: SearchDocument[];
  cards: Card[];
}

type Receivers = { [Name in keyof Handover]?: (value: Handover[Name]) => void };

declare global {
  var galleyReceivers: Receivers | undefined;
}

// Pages run in a bundle of their own, which shares no modules with the integrations.
const receivers = (globalThis.galleyReceivers ??= {});

/** For integrations: what to do as soon as the pages know something. Work begun then goes on beside theirs. */
export function receive<Name extends keyof Handover>(name: Name, receiver: Receivers[Name]): void {
  receivers[name] = receiver;
}

/** For pages: tells the integration that waits for it, where there is one. */
export function handOver<Name extends keyof Handover>(name: Name, value: Handover[Name]): void {
  receivers[name]?.(value);
}
