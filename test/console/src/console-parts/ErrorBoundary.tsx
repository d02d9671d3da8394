import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';
import ErrorBoundaryFallbackPage from './ErrorBoundaryFallbackPage';

interface ErrorBoundaryProps {
  children: ReactNode;
  /** A change of this (usually the path) gives the children another try. */
  at: string;
}

interface ErrorBoundaryState {
  error?: Error;
  componentStack?: string;
}

/** The boundary around each console page. There is none around a tab of the VM page. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = {};

  static getDerivedStateFromError(error: Error): ErrorBoundaryState {
    return { error };
  }

  override componentDidCatch(_error: Error, info: ErrorInfo): void {
    this.setState({ componentStack: info.componentStack ?? undefined });
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (before.at !== this.props.at && this.state.error) {
      this.setState({ error: undefined, componentStack: undefined });
    }
  }

  override render(): ReactNode {
    const { error, componentStack } = this.state;
    return error ? (
      <ErrorBoundaryFallbackPage
        componentStack={componentStack}
        errorMessage={error.message}
        stack={error.stack}
        title={error.name}
      />
    ) : (
      this.props.children
    );
  }
}
