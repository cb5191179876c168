import { describe, expect, it } from "vitest";
import type { AccessSettings } from "../../src/rules/access.ts";
import { KeyName } from "../../src/rules/api-key.ts";
import type { ConnectionState } from "../../src/rules/connection.ts";
import type { Actor, KeyHolder, Standing } from "../../src/rules/people.ts";
import { TeamId } from "../../src/rules/people.ts";
import type { Action, Governance, Permission } from "../../src/rules/permission.ts";
import { may } from "../../src/rules/permission.ts";
import { Plan } from "../../src/rules/plan.ts";
import { makeAccess } from "../support/make-access.ts";
import { ana, ben } from "../support/make-profile.ts";

const insiders = ["owner", "admin", "member"] as const;
const outsiders = ["guest", "stranger", "deactivated", "bot", "unknown"] as const;
const actions: Action[] = ["list", "create", "change"];
const writes = ["create", "change"] as const;
const allActions: Action[] = [...actions, "share", "administer", "examine"];
const paidPlans = Plan.options.filter((plan) => plan !== "free");

const yes: Permission = { kind: "yes" };
const noScope: Permission = { kind: "no", missing: { kind: "scope", scope: "icp:write" } };
const noAdmin: Permission = { kind: "no", missing: { kind: "scope", scope: "icp:admin" } };

/** Whoever else is an ICP admin, this is what Ana is: named among them, or not. */
const everyGovernance = Plan.options.flatMap((plan) =>
  (["admins", "members"] as const).flatMap((writers) =>
    [[], [ben], [ana, ben]].map((icpAdmins) => govern(plan, { writers, icpAdmins })),
  ),
);
const everyPaidGovernance = everyGovernance.filter(({ plan }) => plan !== "free");

describe.each(outsiders)("somebody who is to the workspace a %s", (standing) => {
  it("may nothing and learns nothing, whatever the plan, whoever may write, and also where they installed the app", () => {
    for (const governance of everyGovernance) {
      for (const action of allActions) {
        const isNamed = standing === "unknown" && governance.access.icpAdmins.includes(ana);
        if (action === "examine" && isNamed) continue;
        for (const isInstaller of [false, true]) {
          expect(may(actor(standing, { isInstaller }), action, governance)).toEqual({
            kind: "no",
            missing: { kind: "standing", standing },
          });
        }
      }
    }
  });
});

describe.each(insiders)("the workspace's %s", (standing) => {
  it("may nothing on the plan Free, and is told so before anything else", () => {
    for (const governance of everyGovernance.filter(({ plan }) => plan === "free")) {
      for (const action of actions) {
        expect(may(actor(standing), action, governance)).toEqual({
          kind: "no",
          missing: { kind: "plan", plan: "free" },
        });
      }
    }
  });

  it("may list on every other plan, whoever may write", () => {
    for (const governance of everyPaidGovernance) {
      expect(may(actor(standing), "list", governance)).toEqual(yes);
    }
  });
});

it.each(["owner", "admin"] as const)("the workspace's %s may write on every plan but Free", (standing) => {
  for (const governance of everyPaidGovernance) {
    for (const action of writes) expect(may(actor(standing), action, governance)).toEqual(yes);
  }
});

it.each([
  ["admins", [], noScope],
  ["admins", [ben], noScope],
  ["admins", [ana], yes],
  ["admins", [ben, ana], yes],
  ["members", [], yes],
  ["members", [ben], yes],
  ["members", [ana], yes],
] as const)(
  "with %s as writers and %j as ICP admins, the member Ana gets %j",
  (writers, icpAdmins, answer) => {
    for (const plan of paidPlans) {
      for (const action of writes) {
        expect(may(actor("member"), action, govern(plan, { writers, icpAdmins: [...icpAdmins] }))).toEqual(
          answer,
        );
      }
    }
  },
);

it("lets owners, admins and ICP admins look after the app on every plan, and no other member", () => {
  for (const governance of everyGovernance) {
    for (const action of ["administer", "examine"] as const) {
      expect(may(actor("owner"), action, governance)).toEqual(yes);
      expect(may(actor("admin"), action, governance)).toEqual(yes);
      const isNamed = governance.access.icpAdmins.includes(ana);
      expect(may(actor("member"), action, governance)).toEqual(isNamed ? yes : noAdmin);
    }
  }
});

it("lets whoever installed the app do what an ICP admin does, whatever is set", () => {
  for (const governance of everyGovernance) {
    for (const action of allActions) {
      expect(may(actor("member", { isInstaller: true }), action, governance)).toEqual(
        may(actor("admin"), action, governance),
      );
    }
  }
});

it("lets an ICP admin find out how the app stands also where Slack does not say who they are, and do nothing else", () => {
  const governance = govern("pro", { writers: "members", icpAdmins: [ana] });
  const answers = allActions.map((action) => may(actor("unknown"), action, governance).kind);
  expect(answers).toEqual(["no", "no", "no", "no", "no", "yes"]);
});

it("answers yes over the whole table as often as the rules above say, and not once more", () => {
  const standings: Standing[] = [...insiders, ...outsiders];
  const asked = standings.flatMap((standing) =>
    everyGovernance.flatMap((governance) =>
      actions.map((action) => may(actor(standing), action, governance).kind),
    ),
  );
  // 3 plans × 2 writers × 3 lists: all insiders list, owners and admins write, Ana where she or every member may.
  expect(asked.filter((kind) => kind === "yes")).toHaveLength(18 * 3 + 2 * (18 * 2 + 3 * (1 + 3)));
});

it.each([
  ["chosen", [ben, ana], yes],
  ["chosen", [ben], noScope],
  ["admins", [ana], noScope],
  ["members", [], yes],
] as const)("with %s as writers and %j chosen, the member Ana gets %j", (writers, chosen, answer) => {
  for (const plan of paidPlans) {
    for (const action of writes) {
      const governance = govern(plan, { writers, chosen: [...chosen] });
      expect(may(actor("member"), action, governance)).toEqual(answer);
    }
  }
});

it("lets guests list where they may look, and do nothing else, whoever chose or named them", () => {
  const guestsMayLook = true;
  const governance = govern("pro", { guestsMayLook, writers: "chosen", chosen: [ana], icpAdmins: [ana] });
  const answers = allActions.filter((action) => may(actor("guest"), action, governance).kind === "yes");
  expect(answers).toEqual(["list"]);
  const installer = actor("guest", { isInstaller: true });
  expect(allActions.filter((action) => may(installer, action, governance).kind === "yes")).toEqual(["list"]);
  const free = govern("free", { guestsMayLook });
  expect(may(actor("guest"), "list", free)).toEqual({
    kind: "no",
    missing: { kind: "standing", standing: "guest" },
  });
  for (const standing of outsiders.filter((each) => each !== "guest")) {
    expect(may(actor(standing), "list", govern("pro", { guestsMayLook })).kind).toBe("no");
  }
});

describe("a program with a key", () => {
  it("may list with any key on every plan but Free, and create and change with icp:write", () => {
    for (const governance of everyPaidGovernance) {
      expect(may(holder(), "list", governance)).toEqual(yes);
      for (const action of writes) {
        expect(may(holder(), action, governance)).toEqual(noScope);
        expect(may(holder("icp:write"), action, governance)).toEqual(yes);
      }
    }
  });

  it("is told of the plan before the scope", () => {
    for (const action of actions) {
      expect(may(holder(), action, govern("free", {}))).toEqual({
        kind: "no",
        missing: { kind: "plan", plan: "free" },
      });
    }
  });

  it("posts nowhere and looks after nothing, whatever its scopes", () => {
    for (const governance of everyGovernance) {
      for (const action of ["share", "examine", "administer"] as const) {
        expect(may(holder("icp:write"), action, governance)).toEqual(noAdmin);
      }
    }
  });
});

function holder(...scopes: KeyHolder["scopes"]): Actor {
  const key = KeyName.parse("kshw_abcd1234");
  return { kind: "rest", teamId: TeamId.parse("T0ACME"), key, scopes, plan: "pro" };
}
it("lets nobody but guests past a key that Kashew does not take any more, and looks after the app all the same", () => {
  const broken = { ...govern("pro", { writers: "members" }), connection: connected("broken") };
  for (const standing of insiders) {
    const anew = standing === "member" ? {} : { mayReconnect: true };
    const missing = { kind: "connection", state: "broken", ...anew };
    for (const action of actions) {
      expect(may(actor(standing), action, broken)).toEqual({ kind: "no", missing });
    }
  }
  expect(may(actor("owner"), "administer", broken)).toEqual(yes);
  expect(may(actor("member"), "create", { ...broken, plan: "free" })).toEqual({
    kind: "no",
    missing: { kind: "plan", plan: "free" },
  });
});

it("lets those write to whom a right is given, where the key may not write, only look", () => {
  const readOnly = {
    ...govern("pro", { writers: "chosen", chosen: [ben] }),
    connection: connected("read-only"),
  };
  expect(may(actor("member"), "list", readOnly)).toEqual(yes);
  expect(may(actor("member"), "create", readOnly)).toEqual(noScope);
  const missing = { kind: "connection", state: "read-only", mayReconnect: true };
  expect(may(actor("owner"), "create", readOnly)).toEqual({ kind: "no", missing });
});

it("names whoever connected Kashew, where it is Kashew that refuses the plan", () => {
  const refused = { ...govern("free", {}), connection: connected("plan") };
  expect(may(actor("member"), "list", refused)).toEqual({
    kind: "no",
    missing: { kind: "plan", plan: "free", connectedBy: ben },
  });
  expect(may(actor("guest"), "list", refused)).toMatchObject({ missing: { kind: "standing" } });
});

function connected(state: ConnectionState): Governance["connection"] {
  return { state, connectedBy: ben };
}

function govern(plan: Plan, access: Partial<AccessSettings>): Governance {
  return { plan, access: makeAccess(access) };
}

function actor(standing: Standing, { isInstaller = false } = {}): Actor {
  return { kind: "slack", teamId: TeamId.parse("T0ACME"), userId: ana, standing, isInstaller };
}
