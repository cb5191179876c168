import { ProfileDraft } from "../../src/rules/profile.ts";
import { readView } from "../../src/sandbox/server/block-kit.ts";
import { initialValues } from "../../src/sandbox/server/state.ts";
import { drawProfileForm } from "../../src/slack/views/profile-form.ts";
import type { Door } from "./door.ts";
import { openDoor } from "./door.ts";
import { nameOf, widestField } from "./fill-folder.ts";
import { choiceForm } from "./forms.ts";
import type { Effort, Try } from "./rounds.ts";
import { inTurn, quantile } from "./rounds.ts";
import type { Row } from "./row.ts";
import { extraRow } from "./row.ts";
import type { Setup } from "./setup.ts";

const words = Array.from({ length: 50 }, (_, index) => `Word ${index}`);

/** Shares most with one of 10,000, whose words in the widest field nobody else has. */
const usual = {
  name: "Lenders",
  industries: ["FinTech", "SaaS", "Banking"],
  companySizes: ["51-200", "201-500"],
  countries: ["Germany", "Austria", "Switzerland"],
  seniorityLevels: ["VP", "C-Suite"],
  departments: ["Sales"],
  [widestField]: [`${nameOf(4711)} Lead`, `${nameOf(4711)} Owner`, "VP Sales"],
};
const full = {
  name: "All that fits",
  industries: ["FinTech", "SaaS", ...words.slice(2)],
  companySizes: ["51-200", ...words.slice(1)],
  countries: ["Germany", "Austria", ...words.slice(2)],
  jobTitles: words,
  seniorityLevels: words,
  departments: words,
};

const forms = [
  { what: "a choice in the form, 10,000 profiles, until its advice is at Slack", values: usual },
  { what: "the same in a form with 300 words", values: full },
] as const;

/** From a choice in a menu of the form until `views.update` is at Slack, which holds it to look at the clock. */
export async function measureAdvice({ slack, startOurs, startBare }: Setup, effort: Effort): Promise<Row[]> {
  const apps = {
    ours: await startOurs(10_000),
    bare: await startBare({ commands: {} }),
  };
  const ours = openDoor(apps.ours.url, slack.signingSecret);
  const bare = openDoor(apps.bare.url, slack.signingSecret);
  const choosing =
    (door: Door, view: object): Try =>
    async () => {
      const { arrived, release } = slack.hold("views.update");
      const began = performance.now();
      const acked = door.send(choiceForm(view));
      await arrived;
      const ms = performance.now() - began;
      release();
      await acked;
      return ms;
    };
  try {
    const rows: Row[] = [];
    for (const { what, values } of forms) {
      const view = viewOf(ProfileDraft.parse(values));
      const measured = await inTurn({ bare: choosing(bare, view), ours: choosing(ours, view) }, effort);
      rows.push(
        extraRow(`${what}, p50`, measured, 20),
        extraRow(
          `${what}, p99`,
          { bare: quantile(measured.all.bare, 0.99), ours: quantile(measured.all.ours, 0.99) },
          20,
        ),
      );
    }
    return rows;
  } finally {
    ours.close();
    bare.close();
    await Promise.all([apps.ours.stop(), apps.bare.stop()]);
  }
}

/** As Slack tells of it: it says of the form that nothing is filled in, so that there is something to change. */
function viewOf(values: ProfileDraft): object {
  const view = drawProfileForm({ values, nonce: crypto.randomUUID() });
  const empty = drawProfileForm({ nonce: crypto.randomUUID() });
  const blocks = [...view.blocks.slice(0, -1), ...empty.blocks.slice(-1)];
  return { ...view, blocks, state: { values: initialValues(readView({ ...view, blocks }).blocks) } };
}
