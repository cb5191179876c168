import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ChoiceGroup } from "../../../src/sandbox/page/kit/choices.ts";
import type { Offer } from "../../../src/sandbox/page/kit/type-ahead.ts";
import { createTypeAhead } from "../../../src/sandbox/page/kit/type-ahead.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function offering(...texts: string[]): ChoiceGroup[] {
  return [{ choices: texts.map((text) => ({ key: text, text, isLiteral: true, held: text })) }];
}

/** A type-ahead whose app answers when the test says so. */
function start(least = 0) {
  const asked: { query: string; answer(groups: ChoiceGroup[]): Promise<void>; fail(): Promise<void> }[] = [];
  const shown: Offer[] = [];
  const typeAhead = createTypeAhead({
    least,
    delay: 100,
    show: (offer) => shown.push(offer),
    ask: (query) =>
      new Promise((resolve, reject) => {
        const settled = () => vi.advanceTimersByTimeAsync(0).then(() => undefined);
        asked.push({
          query,
          answer(groups) {
            resolve(groups);
            return settled();
          },
          fail() {
            reject(new Error("no answer"));
            return settled();
          },
        });
      }),
  });
  const question = (query: string) => {
    const found = asked.find((one) => one.query === query);
    if (found === undefined) throw new Error(`never asked for “${query}”`);
    return found;
  };
  return {
    asked: () => asked.map(({ query }) => query),
    question,
    shown: () => shown.at(-1),
    async types(query: string, pause = 100) {
      typeAhead.types(query);
      await vi.advanceTimersByTimeAsync(pause);
    },
    stops: typeAhead.stops,
  };
}

describe("a type-ahead", () => {
  it("asks once for three quick letters", async () => {
    const menu = start();
    await menu.types("f", 50);
    await menu.types("fi", 50);
    await menu.types("fin");
    expect(menu.asked()).toEqual(["fin"]);
  });

  it("never shows an older answer once a newer question is out", async () => {
    const menu = start();
    await menu.types("f");
    await menu.types("fi");
    await menu.question("fi").answer(offering("FinTech"));
    await menu.question("f").answer(offering("Farming"));
    expect(menu.shown()).toEqual({ kind: "offers", groups: offering("FinTech") });
  });

  it("shows nothing of the last query while the next one is out", async () => {
    const menu = start();
    await menu.types("f");
    await menu.question("f").answer(offering("Farming"));
    await menu.types("fi", 0);
    expect(menu.shown()).toEqual({ kind: "loads" });
    await menu.types("fin");
    await menu.question("fin").answer(offering("FinTech"));
    expect(menu.shown()).toEqual({ kind: "offers", groups: offering("FinTech") });
  });

  it("keeps the last options where the app has none, as Slack does", async () => {
    const menu = start();
    await menu.types("f");
    await menu.question("f").answer(offering("Farming"));
    await menu.types("fx");
    await menu.question("fx").answer([]);
    expect(menu.shown()).toEqual({ kind: "offers", groups: offering("Farming") });
  });

  it("asks nothing until enough is typed, and drops what was still out", async () => {
    const menu = start(2);
    await menu.types("fi");
    await menu.types("f");
    expect(menu.shown()).toEqual({ kind: "waits", least: 2 });
    await menu.question("fi").answer(offering("FinTech"));
    expect(menu.shown()).toEqual({ kind: "waits", least: 2 });
    expect(menu.asked()).toEqual(["fi"]);
  });

  it("says that the options could not be loaded", async () => {
    const menu = start();
    await menu.types("f");
    await menu.question("f").fail();
    expect(menu.shown()).toEqual({ kind: "fails" });
  });

  it("shows nothing after it was closed", async () => {
    const menu = start();
    await menu.types("f");
    menu.stops();
    await menu.question("f").answer(offering("Farming"));
    expect(menu.shown()).toEqual({ kind: "loads" });
  });
});
