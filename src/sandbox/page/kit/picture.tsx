import type { ImageElement } from "@slack/types";
import { useState } from "preact/hooks";

/** An image, or its words where it cannot be had. */
export function Picture({ image, isSmall = false }: { image: ImageElement; isSmall?: boolean }) {
  const [isMissing, setMissing] = useState(false);
  const url =
    "image_url" in image ? image.image_url : "url" in image.slack_file ? image.slack_file.url : undefined;
  if (url === undefined || isMissing) {
    return (
      <span
        class={`kit-picture is-missing${isSmall ? " is-small" : ""}`}
        role="img"
        aria-label={image.alt_text}
        title={image.alt_text}
      >
        {image.alt_text}
      </span>
    );
  }
  return (
    <img
      class={`kit-picture${isSmall ? " is-small" : ""}`}
      src={url}
      alt={image.alt_text}
      loading="lazy"
      referrerpolicy="no-referrer"
      onError={() => setMissing(true)}
    />
  );
}
