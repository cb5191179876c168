import { z } from "zod";
import { CardAction, Picture } from "./elements.ts";
import { identified, list, refuse } from "./parts.ts";
import { anyText } from "./text-objects.ts";
import { onlyType } from "./words.ts";

export const Card = z
  .strictObject({
    type: z.literal("card"),
    ...identified,
    hero_image: Picture.optional(),
    icon: Picture.optional(),
    title: anyText(150).optional(),
    subtitle: anyText(150).optional(),
    body: anyText(200).optional(),
    actions: list(CardAction, { max: 3 }).optional(),
  })
  .superRefine(({ hero_image, title, body, actions }, ctx) => {
    if (hero_image || title || body || actions) return;
    refuse(ctx, ["title"], "is required, or hero_image, body or actions");
  });

export const Carousel = z.strictObject({
  type: z.literal("carousel"),
  ...identified,
  elements: list(z.discriminatedUnion("type", [Card], { error: onlyType("card") }), { max: 10 }),
});
