import { KashewKey } from "../../src/rules/connection.ts";
import { canary } from "../../src/sandbox/server/ids.ts";

/** A key as Kashew gives it out: what names the tenant, and a secret that no log and no fault may hold. */
export function makeKey(tenant = "abcd1234", secret = `${canary}-0123456789_abcdefgh`): KashewKey {
  return KashewKey.parse(`kshw_${tenant}_${secret}`);
}
