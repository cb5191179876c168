import { expect, it } from "vitest";
import { saveProfiles } from "../support/save-profiles.ts";
import { startTeam } from "../support/start-team.ts";

it.each([
  ["Countries", "US", "United States"],
  ["Countries", "Deutschland", "Germany"],
  ["Countries", "Holland", "Netherlands"],
  ["Countries", "cote d'ivoire", "Ivory Coast"],
  ["Industries", "saas", "SaaS"],
  ["Job titles", "vp sales", "VP Sales"],
  ["Job titles", "cto", "CTO"],
  ["Departments", "sales", "Sales"],
])("finds under %s what “%s” means", async (menu, typed, found) => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp new");
  const [first] = await ana.searches(menu, typed);
  expect(first?.text).toBe(found);
});

it("offers something before a letter is typed, what the team uses first", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await saveProfiles(ana, ["Fintech"], { Industries: ["Submarine Yoga"] });
  await ana.types("/icp new");
  const offers = await ana.searches("Industries", "");
  expect(offers[0]).toEqual({
    text: "Submarine Yoga",
    value: "Submarine Yoga",
    description: "Used in 1 profile",
  });
  expect(offers.length).toBeGreaterThan(10);
});

it("offers the person's own words last, alone if nothing matches, and not where they equal an offer", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp new");
  const fin = await ana.searches("Industries", "fin");
  expect(fin.length).toBeGreaterThan(1);
  expect(fin.at(-1)).toEqual({ text: "fin", value: "fin", description: "Use as typed" });
  expect(await ana.searches("Industries", "Qwxyz zzz")).toEqual([
    { text: "Qwxyz zzz", value: "Qwxyz zzz", description: "Use as typed" },
  ]);
  const equal = await ana.searches("Industries", "  fintech ");
  expect(equal[0]?.text).toBe("FinTech");
  expect(equal.map(({ description }) => description)).not.toContain("Use as typed");
});

it("says which words are too long, and refuses them when they are chosen all the same", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech");
  const long = "x".repeat(76);
  const [remark, ...others] = await ana.searches("Industries", long);
  expect(remark).toMatchObject({ text: "Too long: 75 characters at most" });
  expect(others).toEqual([]);
  const chosen = {
    type: "multi_external_select",
    selected_options: [{ ...remark, text: plain(remark?.text) }],
  };
  const view = ana.modal?.view;
  const state = { values: { name: { value: { value: "Fintech" } }, industries: { value: chosen } } };
  const { body } = await ana.sends({ type: "view_submission", view: { ...view, state } });
  expect(JSON.parse(body)).toMatchObject({
    response_action: "errors",
    errors: {
      industries: expect.stringContaining("is too long: up to 75 characters. Remove it or shorten it."),
    },
  });
});

it("takes a typed list as so many values", async () => {
  const { slack } = await startTeam();
  const ana = slack.person("ana");
  await ana.types("/icp new Fintech");
  const typed = "SaaS, FinTech, Health";
  const offers = await ana.searches("Industries", typed);
  expect(offers[0]).toMatchObject({ text: "SaaS, FinTech, Health", description: "Add all 3" });
  expect(offers.slice(1, 4).map(({ text }) => text)).toEqual(["SaaS", "FinTech", "Health"]);
  await ana.fills({ Industries: [typed] });
  await ana.saves();
  await ana.sees("Profile saved");
  await ana.presses("Details");
  await ana.sees("SaaS, FinTech, Health");
  await ana.closes({ all: true });
  await ana.types("/icp new");
  const used = (await ana.searches("Industries", "")).slice(0, 3);
  expect(used.map(({ text, description }) => [text, description]).sort()).toEqual([
    ["FinTech", "Used in 1 profile"],
    ["Health", "Used in 1 profile"],
    ["SaaS", "Used in 1 profile"],
  ]);
});

function plain(text: string | undefined) {
  return { type: "plain_text", text, emoji: false };
}
