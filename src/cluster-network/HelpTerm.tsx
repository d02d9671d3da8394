import type { ReactNode } from 'react';
import {
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTermHelpText,
  DescriptionListTermHelpTextButton,
  Popover,
} from '@patternfly/react-core';
import { useText } from '../ui/useText';

interface HelpTermProps {
  readonly name: string;
  /** what the term means, shown when the term is clicked */
  readonly help: string;
  /** the value; absent where it could not be read */
  readonly children?: ReactNode;
}

/** A term of a description list with its explanation, and its value or that it is not available. */
export const HelpTerm = ({ name, help, children }: HelpTermProps) => {
  const t = useText();
  return (
    <DescriptionListGroup>
      <DescriptionListTermHelpText>
        <Popover headerContent={name} bodyContent={help} closeBtnAriaLabel={t('Close')}>
          <DescriptionListTermHelpTextButton>{name}</DescriptionListTermHelpTextButton>
        </Popover>
      </DescriptionListTermHelpText>
      <DescriptionListDescription>{children || t('Not available')}</DescriptionListDescription>
    </DescriptionListGroup>
  );
};
