/** Mail servers of different operators that are known to offer STARTTLS: if they do not, our network strips it. */

export interface ControlHost {
  /** Hosts of one operator count once. */
  readonly operator: string;
  /** A host, or a domain whose first mail host is meant. */
  readonly host: string;
}

/** Mail providers whose servers have offered STARTTLS for years. Four, so that one may be down. */
export const DEFAULT_CONTROLS: readonly ControlHost[] = [
  { operator: 'Google', host: 'gmail.com' },
  { operator: 'Microsoft', host: 'outlook.com' },
  { operator: 'Yahoo', host: 'yahoo.com' },
  { operator: 'Proton', host: 'proton.me' },
];

/** Reads "NAME=HOST,NAME=HOST"; "none" gives no controls. null if it has not that form. */
export function parseControls(text: string): readonly ControlHost[] | null {
  if (text === 'none') return [];
  const controls = text.split(',').map((part) => /^([^=,]{1,64})=([a-z0-9_.-]{1,253})$/i.exec(part.trim()));
  const read = controls.flatMap((match) =>
    match === null ? [] : [{ operator: match[1] ?? '', host: (match[2] ?? '').toLowerCase() }],
  );
  return read.length === controls.length ? read : null;
}
