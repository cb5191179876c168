import { Socket } from "node:net";
import { expect, it } from "vitest";
import { createAddressOf, networkOf } from "../../src/http/client-address.ts";

const proxy = "198.51.100.7";

function addressOf(trusted: string | undefined, headers: Record<string, string>, remote = proxy): string {
  const socket = Object.defineProperty(new Socket(), "remoteAddress", { value: remote });
  return createAddressOf(trusted)({ headers, socket });
}

it("believes no header unless one is named, and then no other one", () => {
  const headers = {
    "x-forwarded-for": "192.0.2.1",
    "x-real-ip": "192.0.2.2",
    forwarded: "for=192.0.2.3",
    "cf-connecting-ip": "192.0.2.4",
  };
  expect(addressOf(undefined, headers)).toBe(proxy);
  expect(addressOf("x-real-ip", headers)).toBe("192.0.2.2");
  expect(addressOf("true-client-ip", headers)).toBe(proxy);
});

it.each([
  ["192.0.2.1", "192.0.2.1"],
  ["192.0.2.66, 10.0.0.1,192.0.2.1", "192.0.2.1"],
  ["2001:db8::1", "2001:db8::1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["192.0.2.1, unknown", proxy],
  ["192.0.2.1,", proxy],
  ["192.0.2.1:4711", proxy],
  ["undefined", proxy],
  ["", proxy],
])(
  "takes of “%s” the last address, which the proxy itself wrote, and nothing that is none: %s",
  (noted, address) => {
    expect(addressOf("x-forwarded-for", { "x-forwarded-for": noted })).toBe(address);
  },
);

it("writes an address of IPv4 in one way, whatever the socket is for", () => {
  expect(addressOf(undefined, {}, "::ffff:192.0.2.1")).toBe("192.0.2.1");
});

it("counts addresses of IPv6 as one client where their first half is the same", () => {
  const same = ["2001:db8::1", "2001:DB8:0:0:ffff::2", "2001:db8:0:0:1:2:3:4", "2001:db8::"];
  expect(new Set(same.map(networkOf)).size).toBe(1);
  const others = ["2001:db8:0:1::1", "2001:db9::1", "::1", "fe80::1%eth0", "192.0.2.1", "192.0.2.2"];
  expect(new Set([...same, ...others].map(networkOf)).size).toBe(1 + others.length);
});
