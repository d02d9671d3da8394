import type { ReactNode } from 'react';
import { Content, Flex, FlexItem, PageSection, Title } from '@patternfly/react-core';

interface ListPageHeaderProps {
  title: string;
  badge?: ReactNode;
  helpText?: ReactNode;
  helpAlert?: ReactNode;
  children?: ReactNode;
}

/** Heading of a page, its primary action at the right. */
export default function ListPageHeader({
  title,
  badge,
  helpText,
  helpAlert,
  children,
}: ListPageHeaderProps): JSX.Element {
  return (
    <PageSection hasBodyWrapper={false}>
      <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }}>
        <FlexItem>
          <Title data-test="page-heading" headingLevel="h1">
            {title} {badge}
          </Title>
          {helpText && <Content component="p">{helpText}</Content>}
        </FlexItem>
        {children && <FlexItem>{children}</FlexItem>}
      </Flex>
      {helpAlert}
    </PageSection>
  );
}
