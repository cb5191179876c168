import { TeamId, UserId } from "../rules/people.ts";
import { ProfileDraft } from "../rules/profile.ts";
import type { Operate } from "./operate-bot.ts";

/** A workspace of the bot that nobody is in: what Kashew would keep of a customer. */
export const kashewAccount = { id: "T0KASHEW", name: "Kashew" } as const;
/** Its customer. */
export const cobalt = "T0COBALT";
const customer = { teamId: TeamId.parse(cobalt), by: UserId.parse("U0LEA") };

/** Connects Cobalt with the account, unless that was done: what people make of it since is theirs. */
export function openKashewAccount(operate: Operate): Promise<void> {
  const teamId = TeamId.parse(kashewAccount.id);
  return operate(async (usecases) => {
    const account = await usecases.showWorkspace(teamId);
    if (account?.isDefaultPlan === false) return;
    const key = await usecases.makeKey({ teamId, scopes: ["icp:write"] });
    if (key.kind === "full") return;
    await usecases.importProfiles({ teamId, profiles });
    await usecases.connectWorkspace({ ...customer, key: key.secret });
    // Last, as it says that the rest is done.
    await usecases.setPlan({ teamId, plan: "pro" });
  });
}

const profiles = [
  {
    name: "Logistics Benelux",
    industries: ["Logistics", "Warehousing"],
    companySizes: ["51-200", "201-500"],
    jobTitles: ["Head of Operations"],
    countries: ["Netherlands", "Belgium", "Luxembourg"],
  },
  {
    name: "Health clinics Iberia",
    industries: ["Hospitals and Health Care"],
    seniorityLevels: ["Director"],
    countries: ["Spain", "Portugal"],
    isActive: false,
  },
  {
    name: "Manufacturers Nordics",
    description: "Makers of machines with a sales team of their own.",
    industries: ["Manufacturing"],
    companySizes: ["201-500", "500+"],
    jobTitles: ["VP Sales"],
    departments: ["Sales"],
    countries: ["Sweden", "Denmark", "Norway"],
    dailyLimit: 25,
  },
].map((draft) => ({ draft: ProfileDraft.parse(draft) }));
