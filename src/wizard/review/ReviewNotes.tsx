import type { Finding } from '../../domain/diagnosis/finding';
import type { PlannedExposure } from '../../domain/exposure/plannedExposure';
import { managementText } from '../../ui/text/managementText';
import { findingTitle } from '../../ui/text/findings/findingText';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';
import { FindingBody } from './FindingBody';

interface ReviewNotesProps extends Pick<PlannedExposure, 'management'> {
  /** what does not keep all traffic away */
  readonly findings: readonly Finding[];
}

/** Warnings of Review, before anything is sent: limitations, notes, and who may undo a change. */
const ReviewNotes = ({ findings, management }: ReviewNotesProps) => {
  const t = useText();
  return (
    <>
      {findings.map((finding, index) => (
        <Notice key={index} variant={finding.grade === 'note' ? 'info' : 'warning'} title={findingTitle(t, finding)}>
          <FindingBody finding={finding} />
        </Notice>
      ))}
      {management.map(({ object, by }) => (
        <Notice
          key={`${object.kind} ${object.name} ${by.tool} ${by.ownerKind} ${by.name}`}
          variant="warning"
          title={t('{{name}} is managed by another tool that can undo this change', { name: object.name })}
        >
          {managementText(t, object, by)}
        </Notice>
      ))}
    </>
  );
};

export default ReviewNotes;
