import { expect, it } from "vitest";
import { judgeHome, judgeMessage } from "../../../src/sandbox/judge/judge.ts";
import type { Json } from "./make.ts";
import { actions, button, element, home, input, message, plain, section } from "./make.ts";
import { blocks } from "./samples.ts";

const judged = (block: Json, more: Json) => judgeMessage(message({ ...block, ...more }));
const card = (more: Json) => judged(blocks.card, { title: undefined, ...more });
const container = (...child_blocks: unknown[]) => ({ ...blocks.container, child_blocks });
const inContainer = (...child_blocks: unknown[]) => judgeMessage(message(container(...child_blocks)));

const picture = { type: "image", image_url: "https://example.com/a.png", alt_text: "A" };

it("needs something to show on a card", () => {
  expect([
    card({ hero_image: picture }),
    card({ body: plain() }),
    card({ actions: [button()] }),
    card({ icon: picture, subtitle: plain() }),
  ]).toEqual([
    [],
    [],
    [],
    [{ pointer: "/blocks/0/title", message: "is required, or hero_image, body or actions" }],
  ]);
});

it.each(["hero_image", "icon"])("takes an image only as a card's %s", (field) => {
  expect([
    card({ title: plain(), [field]: picture }),
    card({ title: plain(), [field]: plain() }),
    card({ title: plain(), [field]: "https://example.com/a.png" }),
  ]).toEqual([
    [],
    [{ pointer: `/blocks/0/${field}/type`, message: 'must be "image" here' }],
    [{ pointer: `/blocks/0/${field}`, message: "must be an object" }],
  ]);
});

it("takes cards only in a carousel", () => {
  expect(judged(blocks.carousel, { elements: [section()] })).toEqual([
    { pointer: "/blocks/0/elements/0/type", message: 'must be "card" here' },
  ]);
});

it("needs one of two titles on a container", () => {
  const rich_text_title = { type: "rich_text", elements: blocks.rich_text.elements };

  expect([
    judged(blocks.container, { title: undefined, rich_text_title }),
    judged(blocks.container, { rich_text_title }),
    judged(blocks.container, { title: undefined }),
  ]).toEqual([[], [], [{ pointer: "/blocks/0/title", message: "is required, or rich_text_title" }]]);
});

it("collapses a container only where it can be collapsed", () => {
  expect([
    judged(blocks.container, { is_collapsible: true, default_collapsed: true }),
    judged(blocks.container, { default_collapsed: false }),
    judged(blocks.container, { default_collapsed: true }),
  ]).toEqual([
    [],
    [],
    [{ pointer: "/blocks/0/default_collapsed", message: "needs is_collapsible to be true" }],
  ]);
});

it("knows the widths of a container", () => {
  expect(judged(blocks.container, { width: "huge" })).toEqual([
    { pointer: "/blocks/0/width", message: 'must be "narrow" or "standard" or "wide" or "full"' },
  ]);
});

const children = [
  "actions",
  "context",
  "divider",
  "header",
  "image",
  "input",
  "rich_text",
  "section",
  "table",
  "video",
];

it.each(Object.entries(blocks))("knows whether a container takes %s", (type, block) => {
  const place = {
    pointer: "/blocks/0/child_blocks/0/type",
    message: `"${type}" may not stand in a container`,
  };

  if (children.includes(type)) expect(inContainer(block)).toEqual([]);
  else expect(inContainer({ ...block, block_id: "inner" })).toContainEqual(place);
});

it("holds blocks in containers and carousels to the rules of their surface", () => {
  const number = input(element("number_input", { is_decimal_allowed: true }));

  expect([inContainer(number), judgeHome(home(container(number)))]).toEqual([
    [
      {
        pointer: "/blocks/0/child_blocks/0/element/type",
        message: '"number_input" may not stand in a message',
      },
    ],
    [{ pointer: "/blocks/0/child_blocks/0/element/type", message: '"number_input" may not stand in a home' }],
  ]);
});

it("tells blocks apart over containers and carousels too", () => {
  const twice = message(section(), container(section()), { ...blocks.carousel, elements: [section()] });

  expect(judgeMessage(twice).filter(({ pointer }) => pointer.endsWith("/block_id"))).toEqual(
    ["/blocks/1/child_blocks/0", "/blocks/2/elements/0"].map((pointer) => ({
      pointer: `${pointer}/block_id`,
      message: "is the block_id of an earlier block too",
    })),
  );
});

it("tells the buttons of one card apart, and of one block in a container", () => {
  const two = [button(), button()];
  const message = "is the action_id of an earlier element of this block too";

  expect([card({ actions: two }), inContainer(actions(...two))]).toEqual([
    [{ pointer: "/blocks/0/actions/1/action_id", message }],
    [{ pointer: "/blocks/0/child_blocks/0/elements/1/action_id", message }],
  ]);
});

it("focuses one element on load, in a container or out of it", () => {
  const focused = (block_id: string) =>
    input(element("plain_text_input", { focus_on_load: true }), { block_id });

  expect(judgeMessage(message(focused("a"), container(focused("b"))))).toEqual([
    {
      pointer: "/blocks/1/child_blocks/0/element/focus_on_load",
      message: "is set on an earlier element too",
    },
  ]);
});
