import { CodeBlock, CodeBlockCode, Content, PageSection, Title } from '@patternfly/react-core';

interface ErrorBoundaryFallbackPageProps {
  errorMessage: string;
  componentStack?: string;
  stack?: string;
  title: string;
}

/** What the console shows in place of a page that threw. */
export default function ErrorBoundaryFallbackPage(props: ErrorBoundaryFallbackPageProps): JSX.Element {
  const { errorMessage, componentStack, stack, title } = props;
  return (
    <PageSection data-test="error-page" role="alert">
      <Title headingLevel="h1">Oh no! Something went wrong.</Title>
      <Content component="p">{title}</Content>
      <Content component="p" data-test="error-message">
        {errorMessage}
      </Content>
      <CodeBlock>
        <CodeBlockCode>{[stack, componentStack].filter(Boolean).join('\n')}</CodeBlockCode>
      </CodeBlock>
    </PageSection>
  );
}
