import { z } from "zod";
import { identified, Url } from "./parts.ts";
import { plainText, words } from "./text-objects.ts";

const SecureUrl = Url.refine((url) => url.startsWith("https://"), "must start with https://");

/** Titles, authors and descriptions must be *less* than 200, 50 and 200 long, says the reference. */
export const Video = z.strictObject({
  type: z.literal("video"),
  ...identified,
  video_url: SecureUrl,
  thumbnail_url: Url,
  alt_text: words(2000),
  title: plainText(199),
  title_url: SecureUrl.optional(),
  description: plainText(199).optional(),
  author_name: words(49).optional(),
  provider_name: z.string().min(1).optional(),
  provider_icon_url: Url.optional(),
});
