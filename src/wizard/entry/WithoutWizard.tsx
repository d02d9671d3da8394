import type { ReactNode } from 'react';
import { PageSection, Title } from '@patternfly/react-core';
import { useText } from '../../ui/useText';
import { exposeTitle } from '../vms/exposeTitle';

/** The page's heading above what stands in the wizard's place. */
export const WithoutWizard = ({ count, children }: { readonly count: number; readonly children: ReactNode }) => (
  <>
    <PageSection hasBodyWrapper={false}>
      <Title headingLevel="h1">{exposeTitle(useText(), count)}</Title>
    </PageSection>
    {children}
  </>
);
