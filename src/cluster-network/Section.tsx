import type { ReactNode } from 'react';
import { Card, CardBody, CardTitle, DescriptionList } from '@patternfly/react-core';

interface SectionProps {
  readonly title: string;
  /** above the list */
  readonly intro?: ReactNode;
  /** the terms */
  readonly children: ReactNode;
}

/** A part of the page: terms and values under a title. */
export const Section = ({ title, intro, children }: SectionProps) => (
  <Card>
    <CardTitle component="h2">{title}</CardTitle>
    <CardBody>
      {intro}
      <DescriptionList
        orientation={{ md: 'horizontal' }}
        aria-label={title}
        horizontalTermWidthModifier={{ default: '20ch' }}
      >
        {children}
      </DescriptionList>
    </CardBody>
  </Card>
);
