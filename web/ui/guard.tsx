import { Component, type ReactNode } from 'react';

type GuardProps = { instead: ReactNode; onFail?: () => void; children: ReactNode };

/** Holds a part whose code is fetched when it is needed: where that does not arrive, the rest of the page goes on. */
export class Guard extends Component<GuardProps, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override componentDidCatch() {
    this.props.onFail?.();
  }
  override render() {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
