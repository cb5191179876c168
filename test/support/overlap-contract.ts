import { describe, expect, it } from "vitest";
import type { ProfileStore } from "../../src/stores/profile-store.ts";
import { makeDraft } from "./make-profile.ts";
import { save } from "./store-in.ts";

const everything = { words: [], state: "all", page: 1, pageSize: 100 } as const;

/** What every backend promises to whoever fills in a form. `open` answers an empty store. */
export function describeOverlaps(backend: string, open: () => Promise<ProfileStore>): void {
  describe(`what a form has in common with profiles on ${backend}`, () => {
    it("is nothing in an empty store", async () => {
      const store = await open();
      await store.list(everything);
      expect(
        await store.findOverlap({ targets: { industries: ["SaaS"], countries: ["Chile"] } }),
      ).toBeUndefined();
    });

    it("is said of the profile that shares most, paused ones too, and not of the one that is edited", async () => {
      const store = await open();
      await store.list(everything);
      const industries = ["SaaS", "FinTech", "Banking"];
      await save(store, { name: "Half", industries: ["SaaS", "FinTech"], jobTitles: ["CRO"] });
      const best = await save(store, { name: "Best", industries, jobTitles: ["CRO"], isActive: false });
      await save(store, { name: "Elsewhere", industries, jobTitles: ["CTO"] });
      const targets = makeDraft({ industries: [...industries, "retail"], jobTitles: ["cro"] });
      const found = await store.findOverlap({ targets });
      expect(found).toMatchObject({
        profile: { name: "Best" },
        fields: [
          { field: "industries", shared: 3, of: 4 },
          { field: "jobTitles", shared: 1, of: 1 },
        ],
      });
      if (best.kind !== "created") throw new Error("it was created");
      const other = await store.findOverlap({ targets, except: best.profile.id });
      expect(other?.profile.name).toBe("Half");
      await save(store, { name: "Better", industries: [...industries, "Retail"], jobTitles: ["CRO"] });
      // So few are read while a form waits.
      expect((await store.findOverlap({ targets, mayWait: false }))?.profile.name).toBe("Better");
    });
  });
}
