import fc from "fast-check";
import { expect, it } from "vitest";
import { KeyName, mostKeys } from "../../../src/rules/api-key.ts";
import { drawKeyMade, drawKeys, keysForm, readKeyScopes } from "../../../src/slack/views/keys-form.ts";
import type { ApiKey } from "../../../src/stores/api-key-store.ts";
import { anyDoer } from "../../support/arbitraries.ts";
import { expectSoundModal } from "../../support/expect-sound.ts";
import { acme } from "../../support/store-in.ts";

const at = "2026-05-01T12:00:00.000Z";
const anyKeys = fc.uniqueArray(
  fc.record<ApiKey>({
    name: fc.nat(1e7).map((nat) => KeyName.parse(`kshw_${String(nat).padStart(8, "0")}`)),
    teamId: fc.constant(acme),
    scopes: fc.subarray(["icp:write"]),
    madeBy: anyDoer,
    madeAt: fc.constant(at),
    lastUsedAt: fc.constant(at),
  }),
  { maxLength: mostKeys, selector: ({ name }) => name },
);

it("shows keys, and one that was made, in modals that Slack takes", () => {
  fc.assert(
    fc.property(anyKeys, fc.boolean(), (keys, isOn) => {
      expectSoundModal(drawKeys(keys, { isOn }));
      for (const apiKey of keys) {
        const secret = `${apiKey.name}_RQFwPRj9IRcaYvRMTibbemYQOvp9xX3d`;
        expectSoundModal(drawKeyMade({ kind: "made", apiKey, secret }));
      }
    }),
  );
});

it("makes no more keys than can be looked over", () => {
  const [key] =
    fc.sample(
      anyKeys.filter(({ length }) => length > 0),
      1,
    )[0] ?? [];
  if (key === undefined) throw new Error("there is a key");
  const full = drawKeys(
    Array.from({ length: mostKeys }, () => key),
    { isOn: true },
  );
  expect(full.submit).toBeUndefined();
  expect(JSON.stringify(full)).toContain("There are 20 keys, and no more can be made.");
});

it("reads the scopes that there are, and nothing that a client makes up", () => {
  const chosen = (...values: string[]) => ({
    [keysForm.scopes]: { [keysForm.action]: { selected_options: values.map((value) => ({ value })) } },
  });
  expect(readKeyScopes(chosen("icp:write", "icp:write"))).toEqual(["icp:write"]);
  expect(readKeyScopes(chosen("icp:admin", "__proto__"))).toEqual([]);
  expect(readKeyScopes({})).toEqual([]);
});
