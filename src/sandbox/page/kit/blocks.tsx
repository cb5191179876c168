import "./kit.css";
import "./fields.css";
import "./menu.css";
import "./tables.css";
import type { KnownBlock } from "@slack/types";
import type { JSX } from "preact";
import type { On, Values } from "../../server/protocol.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { DrawnBlock } from "./drawn-block.tsx";
import { Fence } from "./not-drawn.tsx";
import type { Surface } from "./surface.ts";
import { SurfaceContext, useSurface } from "./surface.ts";

export interface BlocksProps {
  blocks: readonly unknown[];
  on: On;
  values: Values;
  /** block_id → words under the field */
  errors?: Record<string, string>;
  isDisabled?: boolean;
}

/** Block Kit on a message or the home, with what a person enters in it. */
export function Blocks(props: BlocksProps): JSX.Element {
  return <OneSurface key={JSON.stringify(props.on)} {...props} />;
}

function OneSurface(props: BlocksProps) {
  return <DrawnBlocks {...props} surface={useSurface(props)} />;
}

interface DrawnBlocksProps extends Pick<BlocksProps, "blocks" | "errors" | "isDisabled"> {
  surface: Surface;
}

/** Blocks of a surface that somebody else keeps. */
export function DrawnBlocks({ blocks, surface, errors = {}, isDisabled = false }: DrawnBlocksProps) {
  return (
    <SurfaceContext.Provider value={surface}>
      <fieldset class="kit" role="presentation" disabled={isDisabled}>
        {(blocks as readonly KnownBlock[]).map((block, at) => (
          <Fence key={block.block_id ?? at} type={block.type}>
            <DrawnBlock block={block} error={errors[block.block_id ?? ""]} />
          </Fence>
        ))}
      </fieldset>
      {surface.asked && <ConfirmDialog asked={surface.asked} />}
    </SurfaceContext.Provider>
  );
}
