import { readKashewProfiles } from "../../kashew/dialect.ts";
import type { TeamId } from "../../rules/people.ts";
import type { TakeInAnswer } from "../../stores/profile-store.ts";
import type { OperatorUseCases } from "../../usecases/use-cases.ts";
import type { Command } from "./command.ts";
import { forTeam, onData } from "./command.ts";
import { oneFile, readJson } from "./files.ts";
import { leftOutWords, problemWords } from "./import-problems.ts";
import type { Outcome } from "./outcome.ts";
import { done, failed, unknownWorkspace } from "./outcome.ts";

export const importCommand: Command = {
  form: "import T0123 file",
  says: "takes in profiles from such JSON",
  more: [
    'The file holds { "profiles": [ … ] } in Kashew\'s field names, as “export” writes it. All of it is right, or',
    "nothing is written; fields that a profile has not got are left out and named. A profile whose id or name the",
    "workspace has, or one before it in the file, is skipped, so that importing a file twice makes nothing twice.",
    "The operator stands as their author; they do not count as the day's writes.",
  ].join("\n"),
  read: ([team = "", ...words], flags) =>
    forTeam((teamId) => {
      const file = oneFile(words);
      return typeof file === "string" ? onData((usecases) => run(usecases, { teamId, file })) : file;
    })([team], flags),
};

async function run(
  usecases: OperatorUseCases,
  { teamId, file }: { teamId: TeamId; file: string },
): Promise<Outcome> {
  const read = await readJson(file);
  if ("exit" in read) return read;
  const reading = readKashewProfiles(read.json);
  if (reading.kind === "problems") {
    const problems = reading.problems.map(problemWords);
    return failed([`${file}: nothing was written.`, ...problems].join("\n"), { problems: reading.problems });
  }
  const profiles = reading.profiles.map(({ id, createdAt, ...draft }) => ({ draft, id, createdAt }));
  const answer = await usecases.importProfiles({ teamId, profiles });
  if (answer === undefined) return unknownWorkspace(teamId);
  if (answer.kind === "cannot") {
    return failed(`${teamId} keeps its profiles in Kashew, which takes none in. Nothing was written.`);
  }
  const leftOut = [...reading.leftOut];
  const text = [draw(answer), ...leftOut.map(([field, count]) => leftOutWords(field, count))].join("\n");
  return done(text, {
    imported: answer.taken.map(({ id, name }) => ({ id, name })),
    skipped: answer.skipped.map(({ name, because }) => ({ name, existing_id: because.id })),
    left_out: leftOut.map(([field, profiles]) => ({ field, profiles })),
  });
}

function draw({ taken, skipped }: TakeInAnswer): string {
  const lines = skipped.map(({ name, because }) =>
    name === because.name ? `  ${name}` : `  ${name}: it is here as ${because.name}`,
  );
  const imported = `${taken.length} imported, ${skipped.length} skipped`;
  return skipped.length === 0
    ? `${imported}.`
    : `${imported}, which the workspace has already:\n${lines.join("\n")}`;
}
