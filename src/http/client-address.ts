import type { IncomingMessage } from "node:http";
import { isIP, isIPv6 } from "node:net";

/** Where a request comes from: the client's address, as far as it is known. */
export type AddressOf = (req: Pick<IncomingMessage, "headers" | "socket">) => string;

/**
 * The other end of the connection, or what the proxy there noted in the header of this name. Of several addresses the
 * last is the proxy's word; whatever stands before it, the client may have written.
 */
export function createAddressOf(trustedHeader: string | undefined): AddressOf {
  return ({ headers, socket }) => {
    const noted = trustedHeader === undefined ? undefined : headers[trustedHeader];
    const nearest = String(noted).split(",").at(-1)?.trim() ?? "";
    const address = isIP(nearest) === 0 ? (socket.remoteAddress ?? "") : nearest;
    // An address of IPv4, as a socket for both kinds writes it.
    return address.replace(/^::ffff:(?=[\d.]+$)/i, "");
  };
}

/** What one client may have all of: an address of IPv4, the first half of one of IPv6. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const { hostname } = new URL(`http://[${address.split("%")[0]}]`);
  const [before = [], after = []] = hostname
    .slice(1, -1)
    .split("::")
    .map((part) => part.split(":"));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return [...before, ...zeros, ...after].slice(0, 4).join(":");
}
