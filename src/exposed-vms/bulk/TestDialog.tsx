import { useEffect, useMemo, useRef, useState } from 'react';
import { Button, Content, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useKnownImage } from '../../cluster-test/useKnownImage';
import { isImageName } from '../../domain/cluster-test/imageName';
import { projectTests, type TestedService } from '../../domain/cluster-test/projectTests';
import type { Rights } from '../../domain/k8s/rights';
import { useElementId } from '../../host/useElementId';
import { Loading } from '../../ui/loading/Loading';
import { TextField } from '../../ui/TextField';
import { missingRightsText } from '../../ui/text/clusterTestText';
import { useText } from '../../ui/useText';
import { ProjectOutcome } from './ProjectOutcome';
import { useProjectTests } from './useProjectTests';

interface TestDialogProps {
  readonly services: readonly TestedService[];
  readonly clusterDomain: string;
  /** by project, as far as they are known */
  readonly rights: ReadonlyMap<string, Rights>;
  readonly onClose: () => void;
}

/** Tests the names and ports of several Services from inside the cluster: one Job for each of their projects. */
const TestDialog = ({ services, clusterDomain, rights, onClose }: TestDialogProps) => {
  const t = useText();
  const id = useElementId();
  const { image, isKnown, remember } = useKnownImage();
  const [typed, setTyped] = useState<string>();
  // the cluster goes on while the dialog is open: what is tested is what was selected
  const [selected] = useState(services);
  const tests = useMemo(() => projectTests(selected, clusterDomain), [selected, clusterDomain]);
  const { progress, isRunning, start, cancel } = useProjectTests();
  const news = useRef<HTMLDivElement>(null);
  const hasEnded = progress !== undefined && !isRunning;
  useEffect(() => {
    // the pressed button is gone: move the focus to the outcome
    if (progress && document.activeElement === document.body) news.current?.focus();
  }, [progress, isRunning]);
  const missing = tests.flatMap(({ namespace }) => {
    const own = rights.get(namespace);
    const reason = own ? missingRightsText(t, own) : '';
    return reason ? [{ namespace, reason }] : [];
  });
  const chosen = typed ?? image;
  const isName = isImageName(chosen);
  const run = () => {
    if (!isName) return;
    if (chosen !== image) remember(chosen);
    start(tests, chosen);
  };
  return (
    <Modal
      isOpen
      variant="medium"
      {...(isRunning ? {} : { onClose })}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
      aria-busy={isRunning}
    >
      <ModalHeader
        title={t('Run connection test on {{count}} Services', { count: selected.length })}
        labelId={`${id}-title`}
      />
      <ModalBody id={`${id}-body`}>
        {!progress && (
          <Content component="p">
            {t(
              'Runs one Job in each project that looks up the DNS names and opens a TCP connection to each port. The Jobs delete themselves within two minutes.',
            )}
          </Content>
        )}
        {!isKnown && <Loading />}
        {!progress && isKnown && (
          <TextField
            id={`${id}-image`}
            label={t('Image')}
            value={chosen}
            onChange={setTyped}
            hint={t('Requires bash, getent, and timeout. The cluster must be able to pull it from this project.')}
            {...(chosen !== '' && !isName
              ? { problem: t('Enter the name of an image, for example registry.example.com/tools:1.') }
              : {})}
          />
        )}
        {!progress &&
          missing.map(({ namespace, reason }) => (
            <Content key={namespace} component="small">
              {tests.length > 1 && <div>{t('Project {{namespace}}', { namespace })}</div>}
              {reason}
            </Content>
          ))}
        <div ref={news} tabIndex={-1} aria-live="polite" aria-busy={isRunning}>
          {progress &&
            tests.map((test) => (
              <ProjectOutcome
                key={test.namespace}
                test={test}
                image={chosen}
                progress={progress.get(test.namespace)}
                isNamed={tests.length > 1}
              />
            ))}
        </div>
      </ModalBody>
      <ModalFooter>
        {!isRunning && (
          <Button isDisabled={!isKnown || !isName || missing.length > 0} onClick={run}>
            {hasEnded ? t('Run again') : t('Run connection test')}
          </Button>
        )}
        {isRunning && (
          <Button variant="secondary" onClick={cancel}>
            {t('Cancel test')}
          </Button>
        )}
        {!isRunning && (
          <Button variant="link" onClick={onClose}>
            {hasEnded ? t('Close') : t('Cancel')}
          </Button>
        )}
      </ModalFooter>
    </Modal>
  );
};

export default TestDialog;
