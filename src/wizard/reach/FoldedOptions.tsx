import { useState, type ReactNode } from 'react';
import { ExpandableSection, FormSection } from '@patternfly/react-core';

interface FoldedOptionsProps {
  readonly title: string;
  /** true when a field inside has a problem: then it is open */
  readonly hasProblem: boolean;
  /** drawn only while it is open */
  readonly children: () => ReactNode;
}

/** Options that few people set, folded away. */
export const FoldedOptions = ({ title, hasProblem, children }: FoldedOptionsProps) => {
  const [isOpen, setOpen] = useState(hasProblem);
  // once open for a problem, it stays open when the problem is solved
  if (hasProblem && !isOpen) setOpen(true);
  return (
    <ExpandableSection
      toggleText={title}
      isIndented
      isExpanded={isOpen}
      onToggle={(_event, willExpand) => setOpen(willExpand)}
    >
      {isOpen && <FormSection>{children()}</FormSection>}
    </ExpandableSection>
  );
};
