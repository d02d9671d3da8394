import { Button, Content, List, ListItem, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { planUndo } from '../../domain/plan/planUndo';
import type { RunRecord } from '../../domain/plan/run';
import type { Seen } from '../../domain/k8s/seen';
import type { Rights } from '../../domain/k8s/rights';
import { stepText } from '../../ui/text/steps/stepText';
import { useText } from '../../ui/useText';

interface UndoConfirmationProps {
  readonly record: RunRecord;
  /** the current state of the cluster, from which the undo is planned */
  readonly seen: Seen;
  readonly rights: Rights;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Shows what an undo would change; nothing is sent until the user confirms it. */
const UndoConfirmation = ({ record, seen, rights, onConfirm, onCancel }: UndoConfirmationProps) => {
  const t = useText();
  const steps = planUndo(record, seen, rights);
  return (
    <Modal isOpen variant="small" onClose={onCancel} aria-labelledby="undo-title" aria-describedby="undo-body">
      <ModalHeader title={t('Undo the changes of this run?')} labelId="undo-title" />
      <ModalBody id="undo-body">
        {steps.length === 0 ? (
          <Content component="p">{t('No changes of this run are left.')}</Content>
        ) : (
          <List>
            {steps.map((step) => (
              <ListItem key={step.id}>{stepText(t, step)}</ListItem>
            ))}
          </List>
        )}
      </ModalBody>
      <ModalFooter>
        <Button variant="danger" onClick={onConfirm}>
          {t('Undo changes')}
        </Button>
        <Button variant="link" onClick={onCancel}>
          {t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};

export default UndoConfirmation;
