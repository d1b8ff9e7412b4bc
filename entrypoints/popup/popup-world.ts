import type { askBackground } from '@/utils/messaging/ask-background';
import type { listComposes } from '@/utils/messaging/ask-tab';
import type { dropPendingWebmail, notePendingWebmail } from '@/utils/settings/pending-webmail';
import type { Settings } from '@/utils/settings/settings';
import type { dropPendingPolicy, notePendingPolicy, pendingPolicy } from './pending-policy';

/** Everything the popup needs from the browser, so that it can be tested without one. */
export interface PopupWorld {
  /** The tab the popup is about; an address only where the browser tells it. */
  readonly tab: () => Promise<{ readonly id: number; readonly url: string | null } | null>;
  readonly loadSettings: () => Promise<Settings>;
  readonly updateSettings: (change: (current: Settings) => Partial<Settings>) => Promise<Settings>;
  readonly listComposes: typeof listComposes;
  readonly ask: typeof askBackground;
  /** One `permissions.request`, made at once: called before any `await` of a click. */
  readonly requestHosts: (urls: readonly string[]) => Promise<boolean>;
  readonly mayFetch: (url: string) => Promise<boolean>;
  /** Notes of what was clicked, for whoever finishes it should the browser's question close the popup. */
  readonly notePendingWebmail: typeof notePendingWebmail;
  readonly dropPendingWebmail: typeof dropPendingWebmail;
  readonly notePendingPolicy: typeof notePendingPolicy;
  readonly pendingPolicy: typeof pendingPolicy;
  readonly dropPendingPolicy: typeof dropPendingPolicy;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly openWelcome: () => void;
  readonly openSettings: () => void;
}
