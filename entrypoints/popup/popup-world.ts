import type { askBackground } from '@/utils/messaging/ask-background';
import type { listComposes } from '@/utils/messaging/ask-tab';
import type { Settings } from '@/utils/settings/settings';

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
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly openWelcome: () => void;
  readonly openSettings: () => void;
}
