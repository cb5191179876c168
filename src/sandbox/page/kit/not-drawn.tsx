import type { ComponentChildren } from "preact";
import { Component } from "preact";

/** In the place of something that this page does not know. */
export function NotDrawn({ type }: { type: string }) {
  return <p class="kit-remark">“{type}” is not drawn by this sandbox.</p>;
}

/** Keeps one block that cannot be drawn from taking the others with it. The next payload gets a new chance. */
export class Fence extends Component<{ type: string; children: ComponentChildren }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static override getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentWillReceiveProps() {
    this.setState({ isBroken: false });
  }

  render() {
    const { type, children } = this.props;
    return this.state.isBroken ? <p class="kit-remark">This “{type}” could not be drawn.</p> : children;
  }
}
