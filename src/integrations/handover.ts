import type { Redirect } from '../post/redirects.ts';
import type { Problem } from '../problem.ts';
import type { SearchDocument } from '../search/document.ts';
import type { Card } from '../social/card.ts';

/**
 * What loaders and pages tell integrations: the social images to draw, the posts for the search index,
 * what hosts are to know of redirects,
 * what the author ought to hear of although it stops nothing (`warnings`, as often as there are some),
 * and, in the dev server, all that a loader finds wrong (`problems`, after each load).
 */
interface Handover {
  warnings: readonly Problem[];
  problems: { loader: string; problems: readonly Problem[] };
  documents: SearchDocument[];
  cards: Card[];
  redirects: readonly Redirect[];
}

type Receivers = { [Name in keyof Handover]?: (value: Handover[Name]) => void };

declare global {
  var galleyReceivers: Receivers | undefined;
}

// Loaders and pages run in bundles of their own, which share no modules with the integrations.
const receivers = (globalThis.galleyReceivers ??= {});

/** For integrations: what to do as soon as something is known. Work begun then goes on beside the rest. */
export function receive<Name extends keyof Handover>(name: Name, receiver: Receivers[Name]): void {
  receivers[name] = receiver;
}

/** For loaders and pages: tells the integration that waits for it, where there is one. */
export function handOver<Name extends keyof Handover>(name: Name, value: Handover[Name]): void {
  receivers[name]?.(value);
}
