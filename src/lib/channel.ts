import type { Problem } from './problem.ts';

/** A way from loaders and pages to an integration. */
export interface Channel<Value> {
  /** For loaders and pages: tells the integration that waits for it, where there is one. */
  send(value: Value): void;
  /** For integrations: what to do as soon as something is known. Work begun then goes on beside the rest. */
  receive(receiver: (value: Value) => void): void;
}

declare global {
  var galleyReceivers: Map<string, (value: never) => void> | undefined;
}

// Pages run in a bundle of their own, which shares no modules with the integrations.
const receivers = (globalThis.galleyReceivers ??= new Map());

/** The channel of a name, which only one module gives. */
export function channel<Value>(name: string): Channel<Value> {
  return {
    send: (value) => receivers.get(name)?.(value as never),
    receive: (receiver) => void receivers.set(name, receiver),
  };
}

/** What the author ought to hear of although it stops nothing; as often as there is some. */
export const warningsFound = channel<readonly Problem[]>('warnings');

/** The moment from which what was read may be another, because a date has passed: milliseconds since 1970. */
export const contentUntil = channel<number>('until');

/** In the dev server, that something was saved which a loader, by its name, reads. */
export const contentSaved = channel<string>('saved');

/** What has become of a collection since pages were handed it. */
export interface Change {
  /** Whether pages see another one. */
  isChanged: boolean;
  /** Whether Astro has to write down first what there is to import: half a second later. */
  isTold: boolean;
}

/** In the dev server, what a loader has read, and all that it finds wrong. */
export const contentLoaded = channel<{
  loader: string;
  problems: readonly Problem[];
  change: Change;
  /** Whether nothing was saved since it began. */
  isLast: boolean;
}>('loaded');
