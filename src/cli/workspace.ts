import { readEnvironment } from "../config.ts";
import { runCommand } from "./commands/run-command.ts";

const { stdout, stderr } = process;
process.exitCode = await runCommand(process.argv.slice(2), { readSettings: readEnvironment, stdout, stderr });
