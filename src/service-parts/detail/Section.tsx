import { useState, type ReactNode } from 'react';
import { ExpandableSection } from '@patternfly/react-core';

interface SectionProps {
  readonly title: string;
  /** the title while it is open; absent where it stays the same */
  readonly openTitle?: string;
  /** what the section is about, for screen readers: several rows have sections of the same title */
  readonly of: string;
  /** drawn only while the section is open */
  readonly children: () => ReactNode;
}

/** A part of an opened row that is closed at first. */
export const Section = ({ title, openTitle = title, of, children }: SectionProps) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <ExpandableSection
      toggleContent={
        <>
          {isOpen ? openTitle : title}
          <span className="pf-v6-screen-reader pf-v6-u-text-wrap"> {of}</span>
        </>
      }
      isExpanded={isOpen}
      onToggle={(_event, willOpen) => setOpen(willOpen)}
    >
      {isOpen && children()}
    </ExpandableSection>
  );
};
