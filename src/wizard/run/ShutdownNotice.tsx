import { useState } from 'react';
import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useNow } from '../../cluster/ask/useNow';
import { secondsLeft, shutdownOf } from '../../domain/kubevirt/lifecycle';
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

/** While a guest shuts down: the remaining time; once that is over, a force stop, with what that means. */
export const ShutdownNotice = ({ vm, rights, onForce }: ShutdownNoticeProps) => {
  const t = useText();
  const now = useNow(1000);
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const shutdown = shutdownOf(vm);
  if (!shutdown) return null;
  const name = nameOf(vm.vm);
  const seconds = secondsLeft(shutdown, now);
  const steps = planForce(vm);
  // the guest gets the time that it was promised
  const canForce = seconds === 0 && steps.length > 0;
  const force = () => {
    setAsking(false);
    void onForce(steps).then(setFailure);
  };
  return (
    <Notice
      variant={seconds > 0 ? 'info' : 'warning'}
      className="pf-v6-u-mt-md"
      title={
        seconds > 0
          ? t('{{name}} is shutting down. Up to {{seconds}} seconds left.', { name, seconds })
          : t('{{name}} has not shut down within {{seconds}} seconds', { name, seconds: shutdown.graceSeconds })
      }
      actionLinks={
        canForce && (
          <Button variant="link" isInline isDanger isDisabled={!rights.deletePod} onClick={() => setAsking(true)}>
            {t('Force stop')}
          </Button>
        )
      }
    >
      {canForce &&
        !rights.deletePod &&
        t("You don't have permission to force stop the VM, because that deletes its pod.")}
      {failure && failureText(t, failure)}
      {isAsking && canForce && (
        <Modal
          isOpen
          variant="small"
          onClose={() => setAsking(false)}
          aria-labelledby="force-title"
          aria-describedby="force-body"
        >
          <ModalHeader title={t('Force stop {{name}}?', { name })} labelId="force-title" titleIconVariant="warning" />
          <ModalBody id="force-body">
            {t(
              'This is like pulling the power cord. Unsaved data in the guest is lost, and file systems can need repair. The restart then continues.',
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
