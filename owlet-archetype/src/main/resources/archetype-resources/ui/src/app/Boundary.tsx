import { Component, type ReactNode } from 'react';
import { ErrorState } from '../ui/states';

/** A page that cannot be loaded or drawn says so, and leaves the rest of the app as it is. */
export class Boundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return <ErrorState main error={this.state.error} retry={() => location.reload()} />;
  }
}
