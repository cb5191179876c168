import { describe, expect, it } from "vitest";
import { commandIn, offersFor } from "../../../src/sandbox/page/place/completion.ts";

const commands = ["/icp", "/icp-admin", "/topic"].map((command) => ({
  command,
  description: `What ${command} does`,
  usageHint: "list | help",
}));

function offered(text: string): string[] {
  return offersFor(text, commands).map(({ command }) => command);
}

describe("the list of commands", () => {
  it("offers all of them after a slash", () => {
    expect(offered("/")).toEqual(["/icp", "/icp-admin", "/topic"]);
  });

  it("offers those that begin with what was typed before those that hold it", () => {
    expect(offered("/ic")).toEqual(["/icp", "/icp-admin", "/topic"]);
    expect(offered("/ICP-")).toEqual(["/icp-admin"]);
  });

  it("is gone once the command is written and its words begin", () => {
    expect(offered("/icp ")).toEqual([]);
    expect(offered("/icp list")).toEqual([]);
  });

  it("does not come in the middle of a sentence or of a second line", () => {
    expect(offered("and/or")).toEqual([]);
    expect(offered("hello\n/icp")).toEqual([]);
    expect(offered("")).toEqual([]);
  });
});

describe("the usage hint", () => {
  it("is that of the command whose words are being typed", () => {
    expect(commandIn("/icp list", commands)?.command).toBe("/icp");
    expect(commandIn("/icp-admin ", commands)?.command).toBe("/icp-admin");
  });

  it("is nobody's before the space, and for an unknown command", () => {
    expect(commandIn("/icp", commands)).toBeUndefined();
    expect(commandIn("/other x", commands)).toBeUndefined();
  });
});
