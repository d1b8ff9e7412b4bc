/** The question before every request: may this host be asked at all? */
import type { HasPermission } from './fetch';

/** Whether the request is permitted. Without somebody to ask (Node) it is; if asking fails, it is not. */
export async function isPermitted(hasPermission: HasPermission | undefined, url: string): Promise<boolean> {
  if (hasPermission === undefined) return true;
  try {
    return await hasPermission(url);
  } catch {
    return false;
  }
}
