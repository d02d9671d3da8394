import { Button, Content, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { planUndo } from '../../domain/plan/planUndo';
import type { RunRecord } from '../../domain/plan/run';
import type { Seen } from '../../domain/k8s/seen';
import type { Rights } from '../../domain/k8s/rights';
import { FirstFew } from '../../ui/FirstFew';
import { stepText } from '../../ui/text/steps/stepText';
import { useText } from '../../ui/useText';

interface UndoConfirmationProps {
  /** the VMs whose runs are undone, where each has a run of its own */
  readonly vmNames?: readonly string[];
  /** of the runs that are undone */
  readonly records: readonly RunRecord[];
  /** the current state of the cluster, from which the undo is planned */
  readonly seen: Seen;
  readonly rights: Rights;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Shows what an undo would change; nothing is sent until the user confirms it. */
const UndoConfirmation = ({ vmNames = [], records, seen, rights, onConfirm, onCancel }: UndoConfirmationProps) => {
  const t = useText();
  const steps = records.flatMap((record) => planUndo(record, seen, rights).map((step) => stepText(t, step)));
  const [name, ...others] = vmNames;
  const title =
    name === undefined
      ? t('Undo the changes of this run?')
      : others.length === 0
        ? t('Undo the changes for {{name}}?', { name })
        : t('Undo the changes for {{count}} VMs?', { count: vmNames.length });
  return (
    <Modal isOpen variant="small" onClose={onCancel} aria-labelledby="undo-title" aria-describedby="undo-body">
      <ModalHeader title={title} labelId="undo-title" />
      <ModalBody id="undo-body">
        {steps.length === 0 ? (
          <Content component="p">{t('No changes of this run are left.')}</Content>
        ) : (
          <FirstFew items={steps} />
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
