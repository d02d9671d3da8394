import { Content, FormFieldGroup, FormFieldGroupHeader, Grid, GridItem } from '@patternfly/react-core';
import { useState } from 'react';
import { isAlias } from '../../domain/draft/draft';
import { suggestedPorts } from '../../domain/service/suggestedPorts';
import { useText } from '../../ui/useText';
import { StepForm } from '../draft/StepForm';
import type { StepProps } from '../draft/stepProps';
import { lazyPart } from '../../ui/loading/lazyPart';
import { AddPort } from './AddPort';
import { PortRow } from './PortRow';
import { PortWarnings } from './PortWarnings';
import { WhichService } from './WhichService';

// most runs expose one VM
const OneOrEach = lazyPart(() => import('./OneOrEach'), null);

/** Step 1: which Service, its name and its ports. */
export const PortsStep = (props: StepProps) => {
  const t = useText();
  const { draft } = props;
  return (
    <StepForm title={t('Service and ports')} refusals={props.refusals}>
      {draft.vmNames.length > 1 && <OneOrEach {...draft} isForEach={false} />}
      <WhichService {...props} />
      {isAlias(draft) ? <Content component="p">{t('A DNS alias has no ports.')}</Content> : <Ports {...props} />}
    </StepForm>
  );
};

/** The headings of the columns, once for all rows; each field has a label of its own. */
const Headings = () => {
  const t = useText();
  return (
    <Grid hasGutter aria-hidden className="pf-v6-u-display-none pf-v6-u-display-grid-on-md">
      <GridItem md={3} className="pf-v6-c-form__label-text">
        {t('Port')}
      </GridItem>
      <GridItem md={3} className="pf-v6-c-form__label-text">
        {t('Target port')}
      </GridItem>
      <GridItem md={2} className="pf-v6-c-form__label-text">
        {t('Protocol')}
      </GridItem>
      <GridItem md={3} className="pf-v6-c-form__label-text">
        {t('Port name')}
      </GridItem>
    </Grid>
  );
};

/** The ports of the Service, a row each, with what keeps them from the guests. */
export const Ports = (props: StepProps) => {
  const t = useText();
  const { draft, resolved, problems, tellsAll, refusals, dispatch, vms } = props;
  // a row that was just added is blank: its problem can wait
  const [added, setAdded] = useState<{ readonly index: number; readonly refusals: number }>();
  const isNew = (index: number) => added?.index === index && added.refusals === refusals;
  const none = problems.find(({ field }) => field.at === 'port' && field.index === -1);
  return (
    <FormFieldGroup
      header={
        <FormFieldGroupHeader
          titleText={{ text: t('Ports'), id: 'ports-title' }}
          titleDescription={t(
            'Clients connect to the port. The Service sends the traffic to the target port, which the guest listens on.',
          )}
        />
      }
    >
      {draft.ports.length > 0 && <Headings />}
      {draft.ports.map((port, index) => (
        <PortRow
          key={index}
          port={port}
          derived={resolved.draft.ports[index]}
          index={index}
          isOnly={draft.ports.length === 1}
          problems={problems}
          tellsAll={tellsAll && !isNew(index)}
          dispatch={dispatch}
        />
      ))}
      {none && <Content component="p">{t('Add at least one port.')}</Content>}
      <PortWarnings {...props} />
      <div>
        <AddPort
          detected={suggestedPorts(vms)}
          isOfOneVm={vms.length === 1}
          onAdd={(port) => {
            setAdded({ index: draft.ports.length, refusals });
            dispatch({ type: 'add-port', ...(port ? { port } : {}) });
          }}
        />
      </div>
    </FormFieldGroup>
  );
};
