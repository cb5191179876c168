import { toExported } from "../../kashew/dialect.ts";
import type { Command } from "./command.ts";
import { forTeam, onData } from "./command.ts";
import { writeNew } from "./files.ts";
import { done, unknownWorkspace, unlessNoted } from "./outcome.ts";

export const exportCommand: Command = {
  form: "export T0123 [--out file]",
  says: "its profiles as JSON, in Kashew's field names",
  more: "Without --out it prints them. A file that is there already is left alone, unless --force replaces it.",
  flags: ["out", "force"],
  read: forTeam((teamId, { out, force = false }) =>
    onData(async (usecases) => {
      const found = await usecases.exportProfiles(teamId);
      if (found === undefined) return unknownWorkspace(teamId);
      const body = { profiles: found.profiles.map(toExported) };
      const text = `${JSON.stringify(body, null, 2)}\n`;
      if (out === undefined) return done(text, body);
      const trouble = await writeNew(out, { text, mayReplace: force });
      const { length } = found.profiles;
      const said = `${length} profiles in ${out}.${unlessNoted(found)}`;
      return trouble ?? done(said, { file: out, profiles: length });
    }),
  ),
};
