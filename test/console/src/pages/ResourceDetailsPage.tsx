import { useMemo, useState } from 'react';
import {
  Alert,
  AlertActionCloseButton,
  Breadcrumb,
  BreadcrumbItem,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Flex,
  FlexItem,
  PageSection,
  Title,
} from '@patternfly/react-core';
import { Link, useNavigate, useParams } from '@generation/router';
import { HorizontalNav, k8sDelete, useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk';
import type { Action, K8sModel, K8sResourceCommon, NavPage } from '@openshift-console/dynamic-plugin-sdk';
import { DocumentTitle } from '../console-parts/DocumentTitle';
import { NamespaceBar } from '../console-parts/NamespaceBar';
import { ResourceIcon } from '../console-parts/ResourceIcon';
import Timestamp from '../console-parts/Timestamp';
import { gvkOf, resourcePath } from '../kubernetes/modelNames';
import { ResourceActionMenu } from '../plugins/ResourceActionMenu';
import { Loading } from '../shell/Loading';
import { EventsTab } from './EventsTab';
import { LabelList } from './LabelList';
import { NotFoundPage } from './NotFoundPage';
import { useModelOfUrl } from './useModelOfUrl';
import { WatchFailure } from './WatchFailure';
import { YamlTab } from './YamlTab';

const PAGES = [
  { name: 'Details', href: '', component: Details },
  { name: 'YAML', href: 'yaml', component: YamlTab },
  { name: 'Events', href: 'events', component: EventsTab },
] as NavPage[];

/** The page of one object of any kind but VirtualMachine, made of the SDK's own parts. */
export function ResourceDetailsPage(): JSX.Element {
  const { model, isLoaded } = useModelOfUrl();
  const { ns, name = '' } = useParams();
  if (!model) {
    return isLoaded ? <NotFoundPage /> : <Loading />;
  }
  return <ResourceDetails key={`${model.kind}/${ns}/${name}`} model={model} name={name} namespace={ns} />;
}

function ResourceDetails({
  model,
  name,
  namespace,
}: {
  model: K8sModel;
  name: string;
  namespace?: string;
}): JSX.Element {
  const gvk = gvkOf(model);
  const [resource, loaded, error] = useK8sWatchResource<K8sResourceCommon>({ groupVersionKind: gvk, name, namespace });
  const [refusal, setRefusal] = useState<string>();
  const navigate = useNavigate();
  const list = resourcePath(model, undefined, namespace);
  const stockActions = useMemo<Action[]>(
    () => [
      {
        id: 'delete-resource',
        label: `Delete ${model.label}`,
        accessReview: { group: model.apiGroup, resource: model.plural, name, namespace, verb: 'delete' },
        cta: () => {
          if (window.confirm(`Delete ${model.label} ${name}?`)) {
            k8sDelete({ model, resource }).then(
              () => navigate(list),
              (reason: unknown) => setRefusal(String(reason)),
            );
          }
        },
      },
    ],
    [model, name, namespace, resource, list, navigate],
  );

  if (error) {
    return <WatchFailure error={error as Error} what={`${model.label} ${name}`} />;
  }
  if (!loaded || !resource) {
    return <Loading />;
  }
  return (
    <>
      <DocumentTitle>{`${name} · ${model.label} details`}</DocumentTitle>
      {model.namespaced && <NamespaceBar />}
      <PageSection hasBodyWrapper={false}>
        <Breadcrumb>
          <BreadcrumbItem>
            <Link to={list}>{model.labelPlural}</Link>
          </BreadcrumbItem>
          <BreadcrumbItem isActive>{`${model.label} details`}</BreadcrumbItem>
        </Breadcrumb>
        <Flex justifyContent={{ default: 'justifyContentSpaceBetween' }}>
          <Flex alignItems={{ default: 'alignItemsCenter' }} spaceItems={{ default: 'spaceItemsSm' }}>
            <ResourceIcon groupVersionKind={gvk} />
            <Title data-test="page-heading" headingLevel="h1">
              {name}
            </Title>
          </Flex>
          <FlexItem>
            <ResourceActionMenu gvk={gvk} resource={resource} stockActions={stockActions} />
          </FlexItem>
        </Flex>
        {refusal && (
          <Alert
            actionClose={<AlertActionCloseButton onClose={() => setRefusal(undefined)} />}
            isInline
            title={refusal}
            variant="danger"
          />
        )}
      </PageSection>
      <HorizontalNav pages={PAGES} resource={resource} />
    </>
  );
}

function Details({ obj }: { obj: K8sResourceCommon }): JSX.Element {
  const { name, namespace, labels, creationTimestamp } = obj.metadata ?? {};
  const terms: [string, JSX.Element][] = [
    ['Name', <>{name}</>],
    ['Namespace', <>{namespace ?? '-'}</>],
    ['Labels', <LabelList labels={labels} />],
    ['Created', <Timestamp timestamp={creationTimestamp} />],
  ];
  return (
    <PageSection data-test="details" hasBodyWrapper={false}>
      <DescriptionList>
        {terms.map(([term, value]) => (
          <DescriptionListGroup key={term}>
            <DescriptionListTerm>{term}</DescriptionListTerm>
            <DescriptionListDescription>{value}</DescriptionListDescription>
          </DescriptionListGroup>
        ))}
      </DescriptionList>
    </PageSection>
  );
}
