import { useState } from 'react';
import { ExpandableSection } from '@patternfly/react-core';
import type { ServiceOptions } from '../../domain/service/serviceOptions';
import { useText } from '../../ui/useText';
import type { StepProps } from '../draft/stepProps';
import { lazyPart } from '../../ui/loading/lazyPart';

const AdvancedFields = lazyPart(() => import('./AdvancedFields'));

const OPTIONS_HERE: ReadonlySet<keyof ServiceOptions> = new Set(['clusterIP', 'externalIPs', 'stickySeconds']);

/** Hides the rarely used options. Opens by itself when one of them has a problem. */
export const Advanced = (props: StepProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const hasProblem = props.problems.some(({ field }) => field.at === 'option' && OPTIONS_HERE.has(field.name));
  const isExpanded = isOpen || hasProblem;
  return (
    <ExpandableSection
      toggleText={t('Advanced')}
      isIndented
      isExpanded={isExpanded}
      onToggle={(_event, willExpand) => setOpen(willExpand)}
    >
      {isExpanded && <AdvancedFields {...props} />}
    </ExpandableSection>
  );
};
