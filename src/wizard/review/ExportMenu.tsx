import { useMemo, useState } from 'react';
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from '@patternfly/react-core';
import { manifestFor, scriptFor } from '../../domain/steps/manifest';
import type { Step } from '../../domain/steps/step';
import { Notice } from '../../ui/Notice';
import { useYaml } from '../../ui/loading/useYaml';
import { useCopied } from '../../ui/useCopied';
import { useText } from '../../ui/useText';

interface ExportMenuProps {
  readonly steps: readonly Step[];
  /** what the files are named after */
  readonly serviceName: string;
}

const href = (type: string, text: string): string => `data:${type};charset=utf-8,${encodeURIComponent(text)}`;

/** All steps as one script or manifest, to copy or download: for a pipeline, or someone with permission. */
export const ExportMenu = ({ steps, serviceName }: ExportMenuProps) => {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const { toYaml, failure } = useYaml(wasOpened);
  const [isCopied, copy, forget] = useCopied();
  // they stay when the menu closes: a browser downloads what the link has after the click
  const script = useMemo(() => (toYaml ? scriptFor(steps, toYaml) : ''), [steps, toYaml]);
  const manifest = useMemo(() => (toYaml ? manifestFor(steps, toYaml) : ''), [steps, toYaml]);
  const isReady = script !== '';
  return (
    <>
      <Dropdown
        isOpen={isOpen}
        onOpenChange={setOpen}
        onSelect={() => setOpen(false)}
        popperProps={{ position: 'right' }}
        toggle={(toggle) => (
          <MenuToggle
            ref={toggle}
            isExpanded={isOpen}
            onClick={() => {
              setOpened(true);
              forget();
              setOpen(!isOpen);
            }}
          >
            {t('Export')}
          </MenuToggle>
        )}
      >
        <DropdownList>
          <DropdownItem isDisabled={!isReady} onClick={() => copy(script)}>
            {t('Copy commands')}
          </DropdownItem>
          <DropdownItem isDisabled={!isReady} onClick={() => copy(manifest)}>
            {t('Copy manifest')}
          </DropdownItem>
          <DropdownItem
            isDisabled={!isReady}
            to={href('text/x-shellscript', script)}
            download={`expose-${serviceName}.sh`}
          >
            {t('Download commands')}
          </DropdownItem>
          <DropdownItem
            isDisabled={!isReady}
            to={href('application/yaml', manifest)}
            download={`expose-${serviceName}.yaml`}
          >
            {t('Download manifest')}
          </DropdownItem>
        </DropdownList>
      </Dropdown>
      <span className="pf-v6-screen-reader pf-v6-u-text-wrap" aria-live="polite">
        {isCopied && t('Copied')}
      </span>
      {failure !== undefined && (
        <Notice variant="warning" title={t('This part of Expose VM could not be loaded')}>
          {failure}
        </Notice>
      )}
    </>
  );
};
