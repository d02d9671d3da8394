import { Button, Content, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import type { Rights } from '../../domain/k8s/rights';
import type { Seen } from '../../domain/k8s/seen';
import { planUndo } from '../../domain/plan/planUndo';
import type { RunRecord } from '../../domain/plan/run';
import { FirstFew } from '../../ui/FirstFew';
import { stepText } from '../../ui/text/steps/stepText';
import { useText } from '../../ui/useText';

interface EachUndoProps {
  /** not empty */
  readonly vmNames: readonly string[];
  readonly records: ReadonlyMap<string, RunRecord>;
  /** the current state of the cluster, from which the undo is planned */
  readonly seen: Seen;
  readonly rights: Rights;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Shows what the undo of one VM or of several would change; nothing is sent until the user confirms it. */
const EachUndo = ({ vmNames, records, seen, rights, onConfirm, onCancel }: EachUndoProps) => {
  const t = useText();
  const steps = vmNames.flatMap((name) => {
    const record = records.get(name);
    return record ? planUndo(record, seen, rights).map((step) => stepText(t, step)) : [];
  });
  const [name = ''] = vmNames;
  return (
    <Modal
      isOpen
      variant="small"
      onClose={onCancel}
      aria-labelledby="undo-each-title"
      aria-describedby="undo-each-body"
    >
      <ModalHeader
        labelId="undo-each-title"
        title={
          vmNames.length === 1
            ? t('Undo the changes for {{name}}?', { name })
            : t('Undo the changes for {{count}} VMs?', { count: vmNames.length })
        }
      />
      <ModalBody id="undo-each-body">
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

export default EachUndo;
