import type { KnownBlock } from "@slack/types";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filteredCommand } from "../../../src/slack/actions/list-filter.ts";
import { parseListAsk } from "../../../src/slack/commands/list-ask.ts";
import { parseCommand } from "../../../src/slack/commands/parse-command.ts";
import { profileList } from "../../../src/slack/views/list-controls.ts";
import { drawProfileList } from "../../../src/slack/views/profile-list.ts";
import type { ListAsk } from "../../../src/stores/profile-store.ts";
import { anyProfile, anyText } from "../../support/arbitraries.ts";
import { expectSoundMessage } from "../../support/expect-sound.ts";
import { makeAccess } from "../../support/make-access.ts";
import { ana } from "../../support/make-profile.ts";

const pageSize = 10;

/** What people can ask for. A button's command is not escaped as typed ones are, hence no "&". */
const anyWords = anyText.map((text) => parseListAsk(parseCommand(`list ${text}`).rest).words);

/** Any page of any list, with fewer different profiles than a workspace has. */
const anyListed = fc
  .record({
    words: anyWords,
    state: fc.constantFrom<ListAsk["state"][]>("all", "active", "paused"),
    matching: fc.nat(35),
    others: fc.nat(3),
    asked: fc.integer({ min: 1, max: 6 }),
    mayCreate: fc.boolean(),
    profiles: fc.uniqueArray(anyProfile, { minLength: 10, maxLength: 10, selector: ({ id }) => id }),
  })
  .map(({ words, state, matching, others, asked, mayCreate, profiles }) => {
    const narrowed = words.length > 0 || state !== "all";
    const pages = Math.max(1, Math.ceil(matching / pageSize));
    const page = Math.min(asked, pages);
    const shown = profiles.slice(0, Math.min(pageSize, matching - (page - 1) * pageSize));
    const total = matching + (narrowed ? others : 0);
    return {
      kind: "listed" as const,
      ask: { words, state, page: asked, pageSize },
      page: { source: { keeper: "workspace" as const }, profiles: shown, page, pages, matching, total },
      nearest: matching === 0 && words.length > 0 ? profiles.slice(0, others) : [],
      mayCreate,
    };
  });

it("names in the text, too, who can let somebody create the first profile", () => {
  const { text } = drawProfileList(
    {
      kind: "listed",
      ask: { words: [], state: "all", page: 1, pageSize },
      page: { source: { keeper: "workspace" }, profiles: [], page: 1, pages: 1, matching: 0, total: 0 },
      nearest: [],
      mayCreate: false,
      creating: {
        kind: "refused",
        action: "create",
        missing: { kind: "scope", scope: "icp:write" },
        access: makeAccess(),
      },
    },
    { grantors: [ana] },
  );
  expect(text).toContain(`Can grant it: <@${ana}>.`);
});

describe("any page of any list", () => {
  it("is a message that Slack takes, and that mentions nobody", () => {
    fc.assert(
      fc.property(anyListed, (listed) => expectSoundMessage(drawProfileList(listed))),
      { numRuns: 100 },
    );
  });

  it("turns to the page before and after, exactly where there is one", () => {
    fc.assert(
      fc.property(anyListed, (listed) => {
        const { ask, page } = listed;
        const commands = commandsIn(drawProfileList(listed).blocks);
        const at = (to: number) => ({ ...ask, page: to });
        expect(askOf(commands["run:previous"])).toEqual(page.page > 1 ? at(page.page - 1) : undefined);
        expect(askOf(commands["run:next"])).toEqual(page.page < page.pages ? at(page.page + 1) : undefined);
      }),
      { numRuns: 100 },
    );
  });

  it("leads to all profiles where words were searched for or some are left out, and to the form for whoever may create", () => {
    fc.assert(
      fc.property(anyListed, (listed) => {
        const { ask, page, mayCreate } = listed;
        const commands = commandsIn(drawProfileList(listed).blocks);
        const narrowed = page.total > 0 && (ask.words.length > 0 || page.matching < page.total);
        const all = { words: [], state: "all", page: 1, pageSize };
        expect(askOf(commands["run:all"])).toEqual(narrowed ? all : undefined);
        expect(commands["run:new"]).toEqual(mayCreate ? "new" : undefined);
      }),
      { numRuns: 100 },
    );
  });

  it("is filtered by what was asked for already, from its first page", () => {
    fc.assert(
      fc.property(anyListed, (listed) => {
        const { blocks } = drawProfileList(listed);
        const filter = blocks.find(({ block_id = "" }) => block_id.startsWith(`${profileList.filter}:`));
        const { total } = listed.page;
        expect(filter !== undefined).toBe(total > 1);
        if (filter === undefined) return;
        const chosen = { action_id: profileList.filter, block_id: filter.block_id ?? "" };
        const command = filteredCommand({ ...chosen, selected_option: { value: "paused" } });
        expect(askOf(command)).toEqual({ ...listed.ask, state: "paused", page: 1 });
      }),
      { numRuns: 100 },
    );
  });
});

/** The command of each button that runs one, by its action_id. */
function commandsIn(blocks: readonly KnownBlock[]): Record<string, string> {
  const elements = blocks.flatMap((block) => (block.type === "actions" ? block.elements : []));
  return Object.fromEntries(
    elements.flatMap((element) =>
      element.type === "button" ? [[element.action_id ?? "", element.value ?? ""]] : [],
    ),
  );
}

function askOf(command: string | undefined): ListAsk | undefined {
  if (command === undefined) return undefined;
  const parsed = parseCommand(command);
  expect(parsed).toMatchObject({ kind: "known", verb: "list" });
  return parseListAsk(parsed.rest);
}
