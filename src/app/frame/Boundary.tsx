/** The one place that catches a bug in a screen: it says that nothing written is lost, and offers a fresh start. */
import { Component, type ComponentChildren } from 'preact';
import i18next from 'i18next';

type Props = { readonly children: ComponentChildren };

export class Boundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: unknown) {
    // The kind of mistake only: a message could carry what somebody wrote.
    console.error('screen broke:', error instanceof Error ? error.name : typeof error);
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main class="broken">
        <div role="alert">
          <h1>{i18next.t('common:broken.title')}</h1>
          <p>{i18next.t('common:broken.line')}</p>
        </div>
        <button type="button" onClick={() => window.location.reload()}>
          {i18next.t('common:again')}
        </button>
      </main>
    );
  }
}
