/**
 * Makes sure that Debian packages are installed; installs what is missing with apt where it may.
 * Throws with the one command to run where it may not.
 */
export function ensurePackages(names: Iterable<string>): void;
/** Whether dpkg has the package configured. */
export function isInstalled(name: string): boolean;
