import { expect, it } from "vitest";
import type { Complaint } from "../../../src/sandbox/judge/judge.ts";

export interface Limit {
  of: string;
  at: number;
  pointer: string;
  replay: (size: number) => Complaint[];
}

export type Empty = [of: string, pointer: string, complaints: Complaint[]];

export function replayLengths(limits: Limit[]): void {
  it.each(limits)("replays the length of $of at $at − 1, $at and $at + 1", ({ at, pointer, replay }) => {
    expect([replay(at - 1), replay(at), replay(at + 1)]).toEqual([
      [],
      [],
      [{ pointer, message: `is ${at + 1} long; at most ${at} fit` }],
    ]);
  });
}

export function replayCounts(limits: Limit[]): void {
  it.each(limits)("replays the number of $of at $at − 1, $at and $at + 1", ({ at, pointer, replay }) => {
    expect([replay(at - 1), replay(at), replay(at + 1)]).toEqual([
      [],
      [],
      [{ pointer, message: `holds ${at + 1}; at most ${at} fit` }],
    ]);
  });
}

export function replayMost(limits: Limit[]): void {
  it.each(limits)("replays $of at $at − 1, $at and $at + 1", ({ at, pointer, replay }) => {
    expect([replay(at - 1), replay(at), replay(at + 1)]).toEqual([
      [],
      [],
      [{ pointer, message: `must be at most ${at}` }],
    ]);
  });
}

export function replayLeast(limits: Limit[]): void {
  it.each(limits)("replays $of at $at + 1, $at and $at − 1", ({ at, pointer, replay }) => {
    expect([replay(at + 1), replay(at), replay(at - 1)]).toEqual([
      [],
      [],
      [{ pointer, message: `must be at least ${at}` }],
    ]);
  });
}

export function replayEmpties(empties: Empty[]): void {
  it.each(empties)("refuses to leave %s empty", (_, pointer, complaints) => {
    expect(complaints).toEqual([{ pointer, message: "must not be empty" }]);
  });
}
