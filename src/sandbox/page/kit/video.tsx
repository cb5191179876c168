import type { VideoBlock } from "@slack/types";
import { Link } from "./inline-text.tsx";
import { Picture } from "./picture.tsx";
import { plainOf } from "./text.tsx";

/** The video's picture and words; it plays where it lives. */
export function Video({ block }: { block: VideoBlock }) {
  const { title, title_url: titleUrl, author_name: author, provider_name: provider, description } = block;
  const from = [author, provider].filter(Boolean).join(" · ");
  return (
    <figure class="kit-figure">
      <Link url={titleUrl ?? block.video_url}>
        <strong>{plainOf(title)}</strong>
      </Link>
      {from !== "" && <span class="kit-about">{from}</span>}
      {description && <span>{plainOf(description)}</span>}
      <Picture image={{ type: "image", image_url: block.thumbnail_url, alt_text: block.alt_text }} />
      <figcaption class="kit-about">The video itself does not play in this sandbox.</figcaption>
    </figure>
  );
}
