import type { AccessSettings } from "../../src/rules/access.ts";

/** What holds where nobody has set anything. */
export function makeAccess(access: Partial<AccessSettings> = {}): AccessSettings {
  return { writers: "admins", chosen: [], guestsMayLook: false, icpAdmins: [], ...access };
}
