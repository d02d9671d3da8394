import { useState } from 'react';
import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useNow } from '../../cluster/ask/useNow';
import { shutdownOf } from '../../domain/kubevirt/lifecycle';
import { nameOf } from '../../domain/k8s/objects';
import { planForce } from '../../domain/plan/planForce';
import type { Failure } from '../../domain/k8s/failure';
import type { SeenVm } from '../../domain/k8s/seen';
import type { Rights } from '../../domain/k8s/rights';
import type { Step } from '../../domain/steps/step';
import { failureText } from '../../ui/text/failureText';
import { Notice } from '../../ui/Notice';
import { useText } from '../../ui/useText';

interface ShutdownNoticeProps {
  /** the VM whose restart the run waits for */
  readonly vm: SeenVm;
  readonly rights: Rights;
  /** sends the steps immediately, while the run waits; resolves to the failure, if any */
  readonly onForce: (steps: readonly Step[]) => Promise<Failure | undefined>;
}

/** While a guest shuts down: the remaining time, and a button that force stops it, with what that means. */
export const ShutdownNotice = ({ vm, rights, onForce }: ShutdownNoticeProps) => {
  const t = useText();
  const now = useNow(1000);
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const shutdown = shutdownOf(vm);
  if (!shutdown) return null;
  const name = nameOf(vm.vm);
  const seconds = Math.max(0, Math.ceil(shutdown.graceSeconds - (now - Date.parse(shutdown.since)) / 1000));
  const steps = planForce(vm);
  const force = () => {
    setAsking(false);
    void onForce(steps).then(setFailure);
  };
  return (
    <Notice
      variant="info"
      className="pf-v6-u-mt-md"
      title={t('The guest of {{name}} is shutting down. Seconds left before it is ended: {{seconds}}', {
        name,
        seconds,
      })}
      actionLinks={
        steps.length > 0 && (
          <Button variant="link" isInline isDanger isDisabled={!rights.deletePod} onClick={() => setAsking(true)}>
            {t('Force stop')}
          </Button>
        )
      }
    >
      {!rights.deletePod && t('You may not end it at once: that takes the right to delete its pod.')}
      {failure && failureText(t, failure)}
      {isAsking && (
        <Modal
          isOpen
          variant="small"
          onClose={() => setAsking(false)}
          aria-labelledby="force-title"
          aria-describedby="force-body"
        >
          <ModalHeader
            title={t('End the guest of {{name}} at once?', { name })}
            labelId="force-title"
            titleIconVariant="warning"
          />
          <ModalBody id="force-body">
            {t(
              'This is like pulling the power cord: what the guest has not written to its disks yet is lost, and file systems may have to be repaired. The restart then goes on.',
            )}
          </ModalBody>
          <ModalFooter>
            <Button variant="danger" onClick={force}>
              {t('Force stop')}
            </Button>
            <Button variant="link" onClick={() => setAsking(false)}>
              {t('Keep waiting')}
            </Button>
          </ModalFooter>
        </Modal>
      )}
    </Notice>
  );
};
