import type { ComponentChild, ComponentType, FunctionComponent } from "preact";
import { Component } from "preact";

/** Draws again only when one of the props is another one. */
export function memo<P extends object>(Drawn: FunctionComponent<P>): ComponentType<P> {
  return class Memo extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      return differs(this.props, next);
    }

    override render(): ComponentChild {
      return <Drawn {...this.props} />;
    }
  };
}

function differs(before: object, next: object): boolean {
  const old: Record<string, unknown> = { ...before };
  const entries = Object.entries(next);
  return (
    entries.length !== Object.keys(old).length || entries.some(([key, value]) => !Object.is(old[key], value))
  );
}
