import { Plan, plans } from "../../rules/plan.ts";

/** What the plans include that have profiles at all: "Pro includes 500 requests an hour and 200 writes a day; …" */
export const plansLine = `${Plan.options
  .map((plan) => plans[plan])
  .filter(({ includesProfiles }) => includesProfiles)
  .map(
    ({ name, requestsPerHour, writesPerDay }) =>
      `${name} includes ${requestsPerHour} requests an hour and ${writesPerDay} writes a day`,
  )
  .join("; ")}.`;
